-- The hotline of one or more districts. PostgreSQL decides everything that must not be decided twice.
-- Times are instants in UTC. Telephone numbers are E.164. Languages are BCP 47 tags.

create domain e164 as text check (value ~ '^\+[1-9][0-9]{4,14}$');
create domain language_tag as text check (value ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');

-- Random key of this installation: customer PINs are stored only as a keyed hash.
create table installation (
    id         boolean primary key default true check (id),
    pin_key    text not null default gen_random_uuid()::text || gen_random_uuid()::text,
    created_at timestamptz not null default now()
);
insert into installation default values;

create table district (
    id         uuid primary key,
    name       text not null unique check (name <> ''),
    time_zone  text not null,
    created_at timestamptz not null default now()
);

create table line (
    id                           uuid primary key,
    district_id                  uuid not null references district,
    number                       e164 not null unique,
    languages                    text[] not null default '{}',
    opening_hours                jsonb,
    coordinator_number           e164,
    professional_provider_number e164,
    created_at                   timestamptz not null default now()
);
create index line_district on line (district_id);

create table organisation (
    id                  uuid primary key,
    district_id         uuid not null references district,
    name                text not null check (name <> ''),
    kind                text not null check (kind in ('practice', 'hospital', 'emergency_service', 'authority', 'school',
                                                      'kindergarten', 'counselling', 'police', 'court', 'other')),
    municipality        text,
    pin_hash            text,
    favourite_languages text[] not null default '{}',
    created_at          timestamptz not null default now()
);
-- A PIN names one organisation of its district.
create unique index organisation_pin on organisation (district_id, pin_hash);

create table organisation_number (
    number          e164 primary key,
    organisation_id uuid not null references organisation on delete cascade,
    position        int not null
);
create index organisation_number_owner on organisation_number (organisation_id);

create table interpreter (
    id                      uuid primary key,
    district_id             uuid not null references district,
    name                    text not null check (name <> ''),
    phone_number            e164 not null,
    gender                  text check (gender in ('female', 'male', 'diverse')),
    date_of_birth           date,
    municipality            text,
    roles                   text[] not null default '{}',
    subjects                text[] not null default '{}',
    secrecy_declared_on     date,
    status                  text not null check (status in ('applied', 'in_training', 'active', 'resting', 'left')),
    activated_on            date,
    -- what she said last about her availability: null = never said anything
    available               boolean,
    available_until         timestamptz,
    -- taken by a call: null = free
    reserved_for            uuid,
    reserved_at             timestamptz,
    -- wrap-up after a session, or a short rest after a busy signal
    resting_until           timestamptz,
    -- what past offers taught
    times_asked             int not null default 0,
    times_accepted          int not null default 0,
    unanswered_in_a_row     int not null default 0,
    last_asked_at           timestamptz,
    number_failed_at        timestamptz,
    created_at              timestamptz not null default now(),
    unique (district_id, phone_number),
    -- No minors as interpreters.
    constraint interpreter_is_adult check
        (status <> 'active' or (date_of_birth is not null and activated_on is not null
                                and date_of_birth <= activated_on - interval '18 years'))
);
create index interpreter_reserved on interpreter (reserved_for) where reserved_for is not null;

create table interpreter_language (
    interpreter_id uuid not null references interpreter on delete cascade,
    tag            language_tag not null,
    level          text not null check (level in ('a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'native')),
    primary key (interpreter_id, tag)
);
create index interpreter_language_tag on interpreter_language (tag);

-- One row for each incoming call: the state of the conversation with the network, and the line of the session log.
create table call (
    id                 uuid primary key,
    leg_sid            text not null unique,
    line_id            uuid references line on delete set null,
    district_id        uuid references district,
    organisation_id    uuid references organisation on delete set null,
    state_name         text not null,
    state              jsonb not null,
    version            bigint not null default 0,
    -- counts what the caller was given to hear; named in the URLs to which the next keys go
    turn               int not null default 0,
    language           language_tag,
    emergency          boolean not null default false,
    dialled_at         timestamptz not null,
    answered_at        timestamptz,
    language_chosen_at timestamptz,
    first_ring_at      timestamptz,
    accepted_at        timestamptz,
    connected_at       timestamptz,
    ended_at           timestamptz,
    outcome            text,
    interpreter_id     uuid references interpreter on delete set null,
    rating             smallint check (rating between 1 and 5),
    constraint call_ended_has_outcome check ((ended_at is null) = (outcome is null)),
    constraint call_times_in_order check
        (language_chosen_at >= dialled_at and accepted_at >= language_chosen_at and connected_at >= accepted_at
         and ended_at >= dialled_at)
);
create index call_newest on call (dialled_at desc, id);
create index call_open on call (dialled_at) where ended_at is null;

-- One row for each request to an interpreter.
create table offer (
    id             uuid primary key,
    call_id        uuid not null references call on delete cascade,
    interpreter_id uuid references interpreter on delete set null,
    wave           int not null,
    leg_sid        text unique,
    room_sid       text,
    dial           text not null default 'due' check (dial in ('due', 'sending', 'placed', 'refused', 'dropped')),
    offered_at     timestamptz not null,
    dialled_at     timestamptz,
    placed_at        timestamptz,
    answered_at    timestamptz,
    decided_at     timestamptz,
    closed_at      timestamptz,
    fate           text check (fate in ('accepted', 'declined', 'no_answer', 'no_key', 'busy', 'unreachable', 'too_late',
                                        'withdrawn', 'lost', 'failed', 'unclear')),
    constraint offer_closed_has_fate check (closed_at is null or fate is not null)
);
create index offer_call on offer (call_id);
-- The last word against ringing somebody twice.
create unique index offer_open_interpreter on offer (interpreter_id) where closed_at is null;

-- Why this one and not that one, as the policy saw it.
create table matching_log (
    call_id    uuid not null references call on delete cascade,
    wave       int not null,
    decided_at timestamptz not null,
    decision   jsonb not null,
    primary key (call_id, wave)
);

-- Everything that happened to a call, in order; never digits of a PIN, never a number.
create table call_event (
    call_id     uuid not null references call on delete cascade,
    seq         bigint not null,
    happened_at timestamptz not null,
    event       text not null,
    detail      jsonb not null,
    state_after text not null,
    primary key (call_id, seq)
);

-- Messages of the telephone network already acted on.
create table inbox (
    call_id     uuid not null references call on delete cascade,
    message_key text not null,
    received_at timestamptz not null,
    primary key (call_id, message_key)
);

-- Durable timers and outbox: a row is deleted when it is done, kept when it is given up.
create table work (
    id           bigint generated always as identity primary key,
    kind         text not null,
    call_id      uuid references call on delete cascade,
    payload      jsonb not null,
    urgency      int not null default 0,
    due_at       timestamptz not null,
    created_at   timestamptz not null,
    attempts     int not null default 0,
    leased_until timestamptz,
    given_up_at  timestamptz,
    last_error   text
);
create index work_open on work (due_at) where given_up_at is null;
create index work_call on work (call_id);
