-- Keys with which software of an organisation uses the REST API, and answers that a repeated request gets again.

create table organisation_key (
    id              uuid primary key,
    organisation_id uuid not null references organisation on delete cascade,
    name            text not null
        constraint organisation_key_name_is_short check (name ~ '\S' and length(name) <= 200),
    -- SHA-256; the key itself is shown once and is nowhere
    key_hash        bytea not null
        constraint organisation_key_hash unique
        constraint organisation_key_hash_is_sha256 check (octet_length(key_hash) = 32),
    scopes          text[] not null
        constraint organisation_key_scopes_are_known check (
            cardinality(scopes) > 0
            and scopes <@ array['requests:read', 'requests:write', 'appointments:read', 'appointments:write',
                                'languages:read', 'coverage:read']),
    created_at      timestamptz not null,
    -- to the minute
    last_used_at    timestamptz,
    revoked_at      timestamptz
);
-- Names tell keys apart, and sending the same request twice makes one key.
create unique index organisation_key_name on organisation_key (organisation_id, name) where revoked_at is null;
create index organisation_key_owner on organisation_key (organisation_id, created_at);

create table idempotent_answer (
    -- whose key it is; null = the coordinator's
    organisation_id uuid references organisation on delete cascade,
    key             text not null constraint idempotent_answer_key_is_short check (length(key) between 1 and 255),
    -- keyed hash of the request
    fingerprint     text not null,
    status          int not null constraint idempotent_answer_status_is_http check (status between 200 and 599),
    headers         jsonb not null,
    -- JSON; null = without a body
    body            text,
    created_at      timestamptz not null,
    constraint idempotent_answer_key unique nulls not distinct (organisation_id, key)
);
create index idempotent_answer_age on idempotent_answer (created_at);

-- One piece of work for the whole installation deletes answers that are too old.
create unique index work_single_idempotency on work (kind) where kind = 'idempotency';
insert into work (kind, payload, due_at, created_at) values ('idempotency', '{}', 'epoch', now());
