-- Key figures of any period, fast: sums by day and by month that stay when the calls behind them are erased. Whatever changes
-- a call after its end, or an offer, leaves a note in the transaction that changes it; counting works the notes off, one
-- process at a time, and before each look at the figures. What a call was counted as stands in counted_call, so that it can be
-- taken out of the sums again. Why so: ADR 28.

create table recount_call (
    id      bigint generated always as identity primary key,
    call_id uuid not null
);

create table recount_offer (
    id             bigint generated always as identity primary key,
    call_id        uuid not null,
    interpreter_id uuid,
    fate           text not null,
    change         smallint not null check (change in (-1, 1))
);

create function note_call() returns trigger language plpgsql as $$
begin
    insert into recount_call (call_id) values (new.id);
    return null;
end $$;

create trigger call_ended after insert on call for each row when (new.outcome is not null) execute function note_call();
create trigger call_ended_differently
    after update of outcome, ended_at, rating, language, emergency, language_chosen_at, connected_at on call for each row
    when ((old.outcome is not null or new.outcome is not null)
          and (old.outcome, old.ended_at, old.rating, old.language, old.emergency, old.language_chosen_at, old.connected_at)
              is distinct from
              (new.outcome, new.ended_at, new.rating, new.language, new.emergency, new.language_chosen_at, new.connected_at))
    execute function note_call();

create function note_offer() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.fate is not null then
        insert into recount_offer (call_id, interpreter_id, fate, change)
        values (new.call_id, new.interpreter_id, old.fate, -1);
    end if;
    if new.fate is not null then
        insert into recount_offer (call_id, interpreter_id, fate, change)
        values (new.call_id, new.interpreter_id, new.fate, 1);
    end if;
    return null;
end $$;

create trigger offer_decided after insert on offer for each row when (new.fate is not null) execute function note_offer();
create trigger offer_decided_differently after update of fate on offer for each row
    when (old.fate is distinct from new.fate) execute function note_offer();

-- What each call that is over was counted as. Goes with the call; the sums stay.
create table counted_call (
    call_id           uuid primary key references call on delete cascade,
    district_id       uuid not null,
    -- in which it came in: wall time of the district
    hour              timestamp not null,
    -- und = none was chosen
    language          text not null,
    -- what the organisation was when the call was counted first
    organisation_kind text not null,
    municipality      text not null,
    interpreter_id    uuid,
    outcome           text not null,
    -- the caller held the line, instead of being rung back
    on_line           boolean not null,
    emergency         boolean not null,
    -- hung up within 5 seconds
    attempt           boolean not null,
    language_chosen   boolean not null,
    -- a language was chosen, and nobody could be asked
    uncovered         boolean not null,
    -- from the choice of language until both heard each other, a second that was begun counts; null = they never did
    wait_seconds      int,
    -- how long they talked; null = they never did
    talk_ms           bigint,
    rating            smallint
);

-- Sums of what calls were counted as, of each day and each month (wall time of the district), once in all and once for each
-- value of what they are broken down by. Calls of less than 5 seconds are in attempts and in nothing else.
create table evaluation_cell (
    district_id uuid not null references district on delete cascade,
    breakdown   text not null check (breakdown in ('total', 'outcome', 'language', 'organisation_kind', 'municipality',
                                                   'language_hour')),
    grain       text not null check (grain in ('day', 'month')),
    starts      date not null,
    -- of language_hour such as ar/1/14: language, weekday from Monday = 1, hour
    value       text not null,
    attempts    bigint not null,
    calls       bigint not null,
    emergencies bigint not null,
    sessions    bigint not null,
    talk_ms     bigint not null,
    abandoned   bigint not null,
    -- on the line with a language chosen; of these: nobody could be asked; connected; within so many seconds
    wanted      bigint not null,
    uncovered   bigint not null,
    connected   bigint not null,
    within_30   bigint not null,
    within_60   bigint not null,
    within_120  bigint not null,
    stars_1     bigint not null,
    stars_2     bigint not null,
    stars_3     bigint not null,
    stars_4     bigint not null,
    stars_5     bigint not null,
    primary key (district_id, breakdown, grain, starts, value)
);

-- How many sessions began after so many seconds.
create table evaluation_wait (
    district_id uuid not null references district on delete cascade,
    breakdown   text not null check (breakdown in ('total', 'language', 'organisation_kind', 'municipality')),
    grain       text not null check (grain in ('day', 'month')),
    starts      date not null,
    value       text not null,
    on_line     boolean not null,
    seconds     int not null,
    sessions    bigint not null,
    primary key (district_id, breakdown, grain, starts, value, on_line, seconds)
);

-- How the load spreads. The id names nobody once the person is erased; it is all zeros where she was erased before.
create table evaluation_load (
    district_id    uuid not null references district on delete cascade,
    grain          text not null check (grain in ('day', 'month')),
    starts         date not null,
    interpreter_id uuid not null,
    sessions       bigint not null,
    talk_ms        bigint not null,
    primary key (district_id, grain, starts, interpreter_id)
);
create index evaluation_load_interpreter on evaluation_load (interpreter_id);

create table evaluation_offer (
    district_id    uuid not null references district on delete cascade,
    grain          text not null check (grain in ('day', 'month')),
    starts         date not null,
    interpreter_id uuid not null,
    fate           text not null,
    offers         bigint not null,
    primary key (district_id, grain, starts, interpreter_id, fate)
);
create index evaluation_offer_interpreter on evaluation_offer (interpreter_id);

-- What there is so far.
insert into recount_call (call_id) select id from call where outcome is not null;
insert into recount_offer (call_id, interpreter_id, fate, change)
select call_id, interpreter_id, fate, 1 from offer where fate is not null;

-- One piece of work for the whole installation counts also while nobody looks; due at once, as the sweep is.
create unique index work_single_count on work (kind) where kind = 'count';
insert into work (kind, payload, due_at, created_at) values ('count', '{}', 'epoch', now());
