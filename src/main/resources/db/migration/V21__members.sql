-- People who work for an organisation and sign in for it; and whom one talks to there.

alter table organisation
    add column contacts jsonb not null default '[]'
        constraint organisation_contacts_are_a_list check (jsonb_typeof(contacts) = 'array'),
    add column cost_centre text constraint organisation_cost_centre_is_short check (length(cost_centre) between 1 and 100);

create table member (
    id              uuid primary key,
    organisation_id uuid not null references organisation on delete cascade,
    name            text not null constraint member_name_is_short check (length(name) between 1 and 200),
    -- what she signs in with
    mail            text not null constraint member_mail unique,
    -- with the name of the algorithm in front; null = she has not accepted an invitation yet
    password_hash   text constraint member_password_is_hashed check (password_hash ~ '^\{[a-z0-9]+\}.{30,}$'),
    created_at      timestamptz not null,
    last_sign_in_at timestamptz,
    disabled_at     timestamptz,
    constraint member_mail_is_lower_case check (mail = lower(mail) and mail ~ '^[^[:space:]@]+@[^[:space:]@]+$' and length(mail) <= 254),
    constraint member_times_in_order check (last_sign_in_at >= created_at and disabled_at >= created_at),
    constraint member_signs_in_with_password check (last_sign_in_at is null or password_hash is not null)
);
create index member_organisation on member (organisation_id, created_at);

-- The one way to a password, the first as well as a new one. The newest code is the one that works; it is gone once it was used.
create table member_invitation (
    member_id  uuid primary key references member on delete cascade,
    -- SHA-256 of the code
    code_hash  bytea not null constraint member_invitation_code unique
        constraint member_invitation_code_is_sha256 check (octet_length(code_hash) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint member_invitation_expires_later check (expires_at > created_at)
);
create index member_invitation_expiry on member_invitation (expires_at);

-- A browser in which somebody has signed in.
create table member_session (
    -- SHA-256 of what stands in the cookie
    secret_hash  bytea primary key constraint member_session_hash_is_sha256 check (octet_length(secret_hash) = 32),
    member_id    uuid not null references member on delete cascade,
    signed_in_at timestamptz not null,
    -- to some minutes
    used_at      timestamptz not null,
    -- unless it is used before
    expires_at   timestamptz not null,
    constraint member_session_times_in_order check (used_at >= signed_in_at and expires_at > used_at)
);
create index member_session_member on member_session (member_id, signed_in_at);
create index member_session_expiry on member_session (expires_at);
