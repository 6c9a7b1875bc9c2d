-- Keys with which software of an organisation uses the REST API.

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

