-- Conversations of interpreters, so that the hours of years are summed up without reading every call and every offer. What follows
-- from an accepted offer and its call is kept in the transaction that changes either (ADR 28).
create table conversation (
    offer_id       uuid primary key references offer on delete cascade,
    -- goes when the offer does not name her any more
    interpreter_id uuid        not null,
    began_at       timestamptz not null,
    -- each that was begun
    minutes        int         not null check (minutes >= 0)
);
create index conversation_interpreter on conversation (interpreter_id, began_at) include (minutes);

-- From where both could hear each other until she left.
create view conversation_now as
select o.id as offer_id, o.call_id, o.interpreter_id, greatest(o.decided_at, c.connected_at) as began_at,
       ceil(extract(epoch from greatest(least(o.closed_at, coalesce(c.ended_at, o.closed_at))
                                        - greatest(o.decided_at, c.connected_at), interval '0')) / 60)::int as minutes
from offer o join call c on c.id = o.call_id
where o.fate = 'accepted' and o.interpreter_id is not null and o.decided_at is not null and o.closed_at > c.connected_at;

create function keep_conversation() returns trigger language plpgsql as $$
begin
    delete from conversation where offer_id = new.id;
    insert into conversation (offer_id, interpreter_id, began_at, minutes)
    select offer_id, interpreter_id, began_at, minutes from conversation_now where offer_id = new.id;
    return null;
end $$;

create function keep_conversations() returns trigger language plpgsql as $$
begin
    delete from conversation where offer_id in (select id from offer where call_id = new.id);
    insert into conversation (offer_id, interpreter_id, began_at, minutes)
    select offer_id, interpreter_id, began_at, minutes from conversation_now where call_id = new.id;
    return null;
end $$;

create trigger conversation_of_new_offer after insert on offer for each row when (new.fate = 'accepted')
    execute function keep_conversation();
create trigger conversation_of_offer after update of fate, decided_at, closed_at, interpreter_id on offer for each row
    when (new.fate = 'accepted' or old.fate = 'accepted') execute function keep_conversation();
create trigger conversation_of_call after update of connected_at, ended_at on call for each row
    when ((old.connected_at, old.ended_at) is distinct from (new.connected_at, new.ended_at))
    execute function keep_conversations();

insert into conversation (offer_id, interpreter_id, began_at, minutes)
select offer_id, interpreter_id, began_at, minutes from conversation_now;
