-- How members of a pool have come along: each change of their status, from now on.
create table status_change (
    id             bigint generated always as identity primary key,
    interpreter_id uuid not null references interpreter on delete cascade,
    at             timestamptz not null,
    -- null = came into the pool with it
    before         text check (before in ('applied', 'in_training', 'active', 'resting', 'left')),
    after          text not null check (after in ('applied', 'in_training', 'active', 'resting', 'left')),
    constraint status_change_changes check (before <> after)
);
create index status_change_interpreter on status_change (interpreter_id, id);

-- What somebody was asked last stands on her page in the dashboard.
create index offer_interpreter on offer (interpreter_id, offered_at);

-- A list that somebody of the staff has looked at and may import next.
create table roster_upload (
    id             uuid primary key,
    district_id    uuid not null references district on delete cascade,
    owner          uuid not null constraint roster_upload_is_one_for_each unique references staff on delete cascade,
    -- sealed: whole people are in it; nobody looks for one by its hash
    content_cipher text not null,
    content_index  text not null,
    uploaded_at    timestamptz not null
);
