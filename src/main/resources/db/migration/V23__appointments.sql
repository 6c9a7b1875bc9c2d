-- Appointments: an organisation needs an interpreter at a later time, on site or by telephone. Members of the pool are asked
-- by text, a few at a time; the first who says yes has it.

-- Nobody has two confirmed appointments at the same time.
create extension if not exists btree_gist;

create table appointment (
    id               uuid primary key,
    district_id      uuid not null references district,
    organisation_id  uuid not null constraint appointment_organisation_exists references organisation,
    -- repeated every week: counted from 0; null = it is not
    series_id        uuid,
    series_position  int,
    kind             text not null check (kind in ('phone', 'on_site')),
    starts_at        timestamptz not null,
    ends_at          timestamptz not null,
    -- where, if on site; the address is for whoever accepted
    municipality     text constraint appointment_municipality_is_short check (municipality ~ '\S' and length(municipality) <= 100),
    address          text constraint appointment_address_is_short check (address ~ '\S' and length(address) <= 200),
    -- which of the organisation's numbers is called, if by telephone
    number           e164,
    language         language_tag not null,
    subject          text check (subject in ('medical', 'authority', 'school', 'police', 'asylum')),
    -- whom the person wishes to talk through; a wish unless it is required
    gender           text check (gender in ('female', 'male', 'diverse')),
    gender_required  boolean not null default false,
    role             text check (role in ('volunteer', 'integrationslotse', 'asylbegleiter', 'sworn', 'employed')),
    same_interpreter boolean not null default false,
    -- the organisation's own, never a name
    case_reference   text constraint appointment_case_reference_is_no_name
                         check (case_reference ~ '^[A-Za-z0-9./_-]{1,40}$' and case_reference ~ '[0-9]'),
    contact_note     text constraint appointment_contact_note_is_short check (contact_note ~ '\S' and length(contact_note) <= 160),
    status           text not null default 'asking'
                         check (status in ('asking', 'open', 'confirmed', 'cancelled', 'held', 'no_show', 'unfilled')),
    -- begins with 1; the next begins when somebody who had it has it no more
    round            int not null default 1 check (round >= 1),
    -- when the next few may be asked
    next_wave_at     timestamptz not null,
    -- who has it, or had it when it was over
    interpreter_id   uuid references interpreter on delete set null,
    confirmed_at     timestamptz,
    day_reminded_at  timestamptz,
    soon_reminded_at timestamptz,
    -- by telephone: when both were called, and the call of the session log, as long as that is kept
    begun_at         timestamptz,
    call_id          uuid,
    -- who did not come
    absent           text check (absent in ('interpreter', 'person')),
    created_at       timestamptz not null,
    constraint appointment_place_or_number check
        (case kind when 'on_site' then municipality is not null and address is not null and number is null
                   else municipality is null and address is null and number is not null end),
    constraint appointment_lasts_a_quarter_to_twelve_hours check
        (ends_at - starts_at between interval '15 minutes' and interval '12 hours'),
    constraint appointment_is_booked_ahead check (created_at < starts_at),
    constraint appointment_series_has_positions check
        ((series_id is null) = (series_position is null) and series_position >= 0),
    constraint appointment_series_once unique (series_id, series_position),
    constraint appointment_required_gender_is_named check (gender is not null or not gender_required),
    constraint appointment_confirmed_has_interpreter check
        (status <> 'confirmed' or (interpreter_id is not null and confirmed_at is not null)),
    constraint appointment_sought_has_none check
        (status not in ('asking', 'open', 'unfilled') or (interpreter_id is null and confirmed_at is null)),
    constraint appointment_no_show_says_who check ((status = 'no_show') = (absent is not null)),
    constraint appointment_begun_is_a_call check
        ((begun_at is null) = (call_id is null) and (begun_at is null or kind = 'phone')),
    constraint appointment_nobody_is_in_two_places exclude using gist
        (interpreter_id with =, tstzrange(starts_at, ends_at) with &&) where (status = 'confirmed')
);
create index appointment_newest on appointment (starts_at desc, id);
create index appointment_organisation on appointment (organisation_id, starts_at);
create index appointment_interpreter on appointment (interpreter_id, starts_at) where interpreter_id is not null;
create index appointment_unmet on appointment (starts_at) where status in ('open', 'unfilled');

-- Who was asked. Her code is hers: no two appointments that she may still answer for have the same. Call-outs have those from
-- 10 to 49, so that an answer never means both.
create table appointment_invitation (
    appointment_id uuid not null references appointment on delete cascade,
    interpreter_id uuid not null references interpreter on delete cascade,
    code           smallint not null constraint appointment_invitation_code_is_no_callouts check (code between 50 and 99),
    -- in which she was asked last
    round          int not null,
    invited_at     timestamptz not null,
    -- withdrawn = had it and gave it back; replaced = had it and was relieved of it; in either case she is not asked again
    answer         text check (answer in ('yes', 'no', 'withdrawn', 'replaced')),
    answered_at    timestamptz,
    -- when somebody else was asked in place of her
    made_up_for_at timestamptz,
    -- when she was told that there is nothing to answer any more
    told_at        timestamptz,
    -- when the appointment was over: her code may mean another
    closed_at      timestamptz,
    primary key (appointment_id, interpreter_id),
    constraint appointment_invitation_answer_has_time check ((answer is null) = (answered_at is null)),
    constraint appointment_invitation_times_in_order check (answered_at >= invited_at and closed_at >= invited_at)
);
create unique index appointment_invitation_code on appointment_invitation (interpreter_id, code) where closed_at is null;
create index appointment_invitation_newest on appointment_invitation (interpreter_id, invited_at);

-- What happened to an appointment, in order.
create table appointment_history (
    appointment_id uuid not null references appointment on delete cascade,
    seq            bigint generated always as identity,
    at             timestamptz not null,
    event          text not null check (event in ('booked', 'asked', 'declined', 'nobody_left', 'confirmed', 'withdrawn', 'substitution',
                                                   'cancelled', 'reminded', 'begun', 'held', 'no_show', 'unfilled')),
    actor          text not null check (actor in ('coordinator', 'organisation', 'interpreter', 'system')),
    -- whom it is about
    interpreter_id uuid references interpreter on delete set null,
    -- why, in the words of whoever did it
    reason         text constraint appointment_history_reason_is_short check (reason ~ '\S' and length(reason) <= 300),
    primary key (appointment_id, seq)
);
create index appointment_history_interpreter on appointment_history (interpreter_id) where interpreter_id is not null;

-- Addresses from which calendars are read; whoever knows one needs no key.
create table calendar_feed (
    id              uuid primary key,
    token_hash      bytea not null unique check (length(token_hash) = 32),
    interpreter_id  uuid references interpreter on delete cascade,
    organisation_id uuid references organisation on delete cascade,
    created_at      timestamptz not null,
    revoked_at      timestamptz,
    constraint calendar_feed_has_one_owner check ((interpreter_id is null) <> (organisation_id is null)),
    constraint calendar_feed_times_in_order check (revoked_at >= created_at)
);
create index calendar_feed_interpreter on calendar_feed (interpreter_id) where interpreter_id is not null;
create index calendar_feed_organisation on calendar_feed (organisation_id) where organisation_id is not null;
