-- Third parties who are rung into a conversation.

-- ISO 3166 codes of the countries to which an organisation may invite; none: nowhere.
alter table organisation add column guest_countries text[] not null default '{DE}'
    constraint organisation_guest_countries_are_codes
        check (array_to_string(guest_countries, ',', '?') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$');

create table guest (
    id              uuid primary key,
    call_id         uuid not null references call on delete cascade,
    -- whose cap of the day it counts for
    organisation_id uuid references organisation on delete set null,
    number_cipher   text,
    number_index    text,
    state           text not null check (state in ('dialling', 'ringing', 'answered', 'joined', 'held', 'left', 'dropped',
                                                   'call_over', 'no_answer', 'no_key', 'busy', 'unreachable', 'failed')),
    dial            text not null default 'due' check (dial in ('due', 'sending', 'placed', 'refused', 'dropped')),
    leg_sid         text unique,
    -- the room into which its leg was sent last; null while it is in none
    room_id         uuid,
    invited_at      timestamptz not null,
    dialled_at      timestamptz,
    answered_at     timestamptz,
    joined_at       timestamptz,
    over_at         timestamptz,
    constraint guest_over_has_time check
        ((over_at is null) = (state in ('dialling', 'ringing', 'answered', 'joined', 'held'))),
    -- as long as it may be needed, and not a moment longer
    constraint guest_number_until_over check
        (num_nonnulls(number_cipher, number_index) = case when over_at is null then 2 else 0 end)
);
create index guest_call on guest (call_id, invited_at);
-- The cap of the day counts an organisation's guests since midnight.
create index guest_organisation on guest (organisation_id, invited_at);
create index guest_open on guest (invited_at) where over_at is null;
-- Whoever is being rung, or is there, is not rung a second time.
create unique index guest_number_once on guest (call_id, number_index) where over_at is null;
