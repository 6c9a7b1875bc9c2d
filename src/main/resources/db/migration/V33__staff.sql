-- The staff of districts, who sign in to the dashboard (ADR 29).

create table staff (
    id              uuid primary key,
    district_id     uuid not null references district,
    name            text not null constraint staff_name_is_short check (length(name) between 1 and 200),
    -- what she signs in with
    mail            text not null constraint staff_mail unique,
    role            text not null constraint staff_role_is_known check (role in ('viewer', 'coordinator', 'administrator')),
    -- with the name of the algorithm in front; null = she has not accepted an invitation yet
    password_hash   text constraint staff_password_is_hashed check (password_hash ~ '^\{[a-z0-9]+\}.{30,}$'),
    created_at      timestamptz not null,
    last_sign_in_at timestamptz,
    locked_at       timestamptz,
    constraint staff_mail_is_lower_case check (mail = lower(mail) and mail ~ '^[^[:space:]@]+@[^[:space:]@]+$' and length(mail) <= 254),
    constraint staff_times_in_order check (last_sign_in_at >= created_at and locked_at >= created_at),
    constraint staff_signs_in_with_password check (last_sign_in_at is null or password_hash is not null)
);
create index staff_district on staff (district_id, created_at);

-- The one way to a first password, and to a new one for whoever has forgotten hers.
create table staff_invitation (
    staff_id   uuid primary key references staff on delete cascade,
    -- SHA-256 of the code
    code_hash  bytea not null constraint staff_invitation_code unique
        constraint staff_invitation_code_is_sha256 check (octet_length(code_hash) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint staff_invitation_expires_later check (expires_at > created_at)
);
create index staff_invitation_expiry on staff_invitation (expires_at);

-- A browser in which somebody has signed in.
create table staff_session (
    -- SHA-256 of what stands in the cookie
    secret_hash  bytea primary key constraint staff_session_hash_is_sha256 check (octet_length(secret_hash) = 32),
    staff_id     uuid not null references staff on delete cascade,
    -- false until the second factor was shown, where one is needed
    complete     boolean not null,
    signed_in_at timestamptz not null,
    -- to some minutes
    used_at      timestamptz not null,
    -- unless it is used before
    expires_at   timestamptz not null,
    constraint staff_session_times_in_order check (used_at >= signed_in_at and expires_at > used_at)
);
create index staff_session_staff on staff_session (staff_id, signed_in_at);
create index staff_session_expiry on staff_session (expires_at);

-- The secret that an authenticator app shares with us (RFC 6238), sealed.
create table staff_second_factor (
    staff_id      uuid primary key references staff on delete cascade,
    secret_cipher text not null constraint staff_second_factor_secret unique,
    secret_index  text not null,
    -- since when it counts; null = no code of it has been entered yet
    confirmed_at  timestamptz,
    -- the thirty seconds since 1970 of the last code that was taken: each is taken once
    last_step     bigint,
    constraint staff_second_factor_was_used check ((confirmed_at is null) = (last_step is null))
);

-- Codes for whoever has lost the authenticator; each goes when it is used.
create table staff_recovery_code (
    staff_id  uuid not null references staff on delete cascade,
    -- SHA-256 of the code
    code_hash bytea not null constraint staff_recovery_code_is_sha256 check (octet_length(code_hash) = 32),
    primary key (staff_id, code_hash)
);
