-- Who saw or changed what (ADR 29). Rows come, and stay for at least a year, whatever the application tries.

create table audit_entry (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    actor_kind   text not null
        constraint audit_entry_actor_is_known check (actor_kind in ('staff', 'api_key', 'organisation_key', 'system')),
    -- account or key; not a reference, as the entry outlives it
    actor_id     uuid,
    -- at that time
    actor_name   text constraint audit_entry_name_is_short check (length(actor_name) between 1 and 200),
    -- to which a staff account belonged; null = whoever acted is not bound to a district
    district_id  uuid,
    action       text not null constraint audit_entry_action_is_word check (action ~ '^[a-z_]{2,40}$'),
    subject_kind text not null constraint audit_entry_subject_is_word check (subject_kind ~ '^[a-z-]{2,40}$'),
    subject_id   uuid,
    -- everybody and everything else that the answer named
    shown        uuid[] not null,
    -- which operation, without anything personal
    detail       text constraint audit_entry_detail_is_short check (length(detail) between 1 and 1000),
    reason       text constraint audit_entry_reason_is_short check (length(reason) between 1 and 500),
    constraint audit_entry_actor_has_id check ((actor_kind in ('staff', 'organisation_key')) = (actor_id is not null)),
    constraint audit_entry_staff_has_district check ((actor_kind = 'staff') = (district_id is not null))
);
create index audit_entry_at on audit_entry (at);
create index audit_entry_actor on audit_entry (actor_id, id) where actor_id is not null;
create index audit_entry_subject on audit_entry (subject_id) where subject_id is not null;
create index audit_entry_shown on audit_entry using gin (shown);

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < now() - interval '1 year' then
        return old;
    end if;
    raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entry_stays before update or delete on audit_entry for each row execute function audit_entry_stays();
create trigger audit_trail_stays before truncate on audit_entry for each statement execute function audit_entry_stays();

-- What is older than the district keeps it is deleted once a day, by one row of work.
create unique index work_single_audit on work (kind) where kind = 'audit';
insert into work (kind, payload, due_at, created_at) values ('audit', '{}', 'epoch', now());
