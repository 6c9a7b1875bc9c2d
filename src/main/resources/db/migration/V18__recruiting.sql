-- How the pool grows: applications on the public page, and invitations.

-- Somebody who is in no pool and is texted: the number is forgotten once all her texts are sent, its hash a day later.
create table text_stranger (
    id            uuid primary key,
    district_id   uuid not null references district on delete cascade,
    number_cipher text,
    number_index  text not null,
    used_at       timestamptz not null,
    constraint text_stranger_number unique (district_id, number_index)
);
create index text_stranger_used on text_stranger (used_at);

alter table text_message
    add column stranger_id uuid references text_stranger on delete cascade,
    drop constraint text_message_has_one_recipient,
    add constraint text_message_has_one_recipient check (num_nonnulls(interpreter_id, line_id, stranger_id) = 1);
create index text_message_stranger on text_message (stranger_id, created_at) where stranger_id is not null;

create table application (
    id             uuid primary key,
    district_id    uuid not null references district on delete cascade,
    -- of the form that was filled in: however often it is sent, it is one application
    form_key       uuid not null constraint application_form_key unique,
    -- in which the person read the page and is texted
    language       language_tag not null,
    -- what was filled in, until it is in the pool
    details        jsonb,
    number_cipher  text,
    number_index   text,
    message        text constraint application_message_is_short check (message ~ '\S' and length(message) <= 1000),
    consented_at   timestamptz not null,
    -- SHA-256 of the notice that was agreed to
    notice         text not null,
    created_at     timestamptz not null,
    -- hash of the code that was texted; null = the number was in the pool already, so that no code fits
    code_hash      text,
    code_sent_at   timestamptz,
    code_tries     int not null default 0 check (code_tries >= 0),
    confirmed_at   timestamptz,
    interpreter_id uuid references interpreter on delete cascade,
    decision       text check (decision in ('accepted', 'refused')),
    reason         text constraint application_reason_is_short check (reason ~ '\S' and length(reason) <= 500),
    decided_at     timestamptz,
    constraint application_confirmed_is_in_the_pool check ((confirmed_at is null) = (interpreter_id is null)),
    constraint application_details_until_confirmed check
        (num_nonnulls(details, number_cipher, number_index) = case when confirmed_at is null then 3 else 0 end),
    constraint application_decision_has_time check ((decision is null) = (decided_at is null)),
    constraint application_refusal_has_reason check ((reason is not null) = (decision is not distinct from 'refused')),
    constraint application_decided_after_confirmed check (decided_at >= confirmed_at)
);
create unique index application_interpreter on application (interpreter_id) where interpreter_id is not null;
create index application_unconfirmed on application (created_at) where confirmed_at is null;
create index application_open on application (district_id, confirmed_at) where decision is null;

create table invitation (
    id            uuid primary key,
    district_id   uuid not null references district on delete cascade,
    number_cipher text not null,
    number_index  text not null,
    name          text constraint invitation_name_is_short check (name ~ '\S' and length(name) <= 200),
    language      language_tag not null,
    -- SHA-256 of what stands in the link
    token_hash    bytea not null unique check (octet_length(token_hash) = 32),
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    constraint invitation_expires_later check (expires_at > created_at),
    -- the newest link is the one that works
    constraint invitation_of_number unique (district_id, number_index)
);
create index invitation_expiry on invitation (expires_at);

-- One piece of work for the whole installation deletes what is not to be kept.
create unique index work_single_recruiting on work (kind) where kind = 'recruiting';
insert into work (kind, payload, due_at, created_at) values ('recruiting', '{}', 'epoch', now());
