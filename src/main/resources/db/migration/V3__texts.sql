-- Texts: what we send, what comes in, and the call for volunteers who are off duty.

-- One row for each text to one recipient. Neither the number nor the body is kept: both are made up when it is sent.
create table text_message (
    id             uuid primary key,
    interpreter_id uuid references interpreter on delete cascade,
    -- whose coordinator is meant
    line_id        uuid references line on delete cascade,
    key            text not null check (key <> ''),
    arguments      jsonb not null default '[]' check (jsonb_typeof(arguments) = 'array'),
    language       language_tag not null,
    state          text not null default 'due' check (state in ('due', 'sending', 'withheld', 'refused', 'unclear', 'accepted',
                                                                'sent', 'delivered', 'undelivered', 'failed')),
    sid            text unique,
    error_code     int,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    sent_at        timestamptz,
    delivered_at   timestamptz,
    constraint text_message_has_one_recipient check ((interpreter_id is null) <> (line_id is null)),
    constraint text_message_times_in_order check (expires_at > created_at and sent_at >= created_at
                                                  and delivered_at >= sent_at)
);
create index text_message_interpreter on text_message (interpreter_id, created_at) where interpreter_id is not null;
create index text_message_line on text_message (line_id, created_at) where line_id is not null;

-- Numbers that want no texts from a district, by their own word to us or to the network.
create table text_opt_out (
    district_id uuid not null references district on delete cascade,
    number      e164 not null,
    since       timestamptz not null,
    primary key (district_id, number)
);

-- Texts of people we know that were already acted on, with what was answered; never what they wrote.
create table text_received (
    sid            text primary key,
    interpreter_id uuid not null references interpreter on delete cascade,
    line_id        uuid not null references line on delete cascade,
    command        text not null check (command <> ''),
    reply          text,
    received_at    timestamptz not null
);
create index text_received_sender on text_received (interpreter_id, received_at);

-- A call that asks people off duty for help. Its code is what they answer with.
create table callout (
    call_id     uuid primary key references call on delete cascade,
    district_id uuid not null references district on delete cascade,
    language    language_tag not null,
    code        smallint not null check (code between 10 and 99),
    opened_at   timestamptz not null,
    claimed_by  uuid references interpreter on delete set null,
    claimed_at  timestamptz,
    settled_at  timestamptz,
    constraint callout_claim_has_time check (claimed_by is null or claimed_at is not null),
    constraint callout_times_in_order check (claimed_at >= opened_at and settled_at >= opened_at)
);
create unique index callout_open_code on callout (district_id, code) where settled_at is null;
create index callout_code on callout (district_id, code, opened_at);

create table callout_invitation (
    call_id        uuid not null references callout on delete cascade,
    interpreter_id uuid not null references interpreter on delete cascade,
    invited_at     timestamptz not null,
    -- her first answer, whichever it was: she needs no further word when the call is settled
    answered_at    timestamptz,
    declined_at    timestamptz,
    primary key (call_id, interpreter_id),
    constraint callout_invitation_decline_is_an_answer check (declined_at is null or answered_at is not null),
    constraint callout_invitation_times_in_order check (answered_at >= invited_at)
);
create index callout_invitation_interpreter on callout_invitation (interpreter_id);
