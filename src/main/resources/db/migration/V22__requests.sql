-- Calls that were requested in writing: they begin without a leg and without a call before them.

alter table call
    add column origin text not null default 'phone' check (origin in ('phone', 'callback', 'request'));
update call set origin = 'callback' where callback_of is not null;

-- What an organisation asked for in writing, and how far it has come.
create table request (
    id              uuid primary key,
    organisation_id uuid        not null references organisation on delete cascade,
    -- gone with the call when that is erased; what was asked for stays until it is erased itself
    call_id         uuid unique references call on delete set null,
    line_id         uuid        references line on delete set null,
    language        text        not null,
    subject         text check (subject in ('medical', 'authority', 'school', 'police', 'asylum')),
    gender          text check (gender in ('female', 'male', 'diverse')),
    gender_required boolean     not null default false,
    emergency       boolean     not null default false,
    -- a file number of theirs; never a name
    case_reference  text,
    phone_number    e164        not null,
    status          text        not null,
    revision        bigint      not null default 0,
    requested_at    timestamptz not null,
    status_since    timestamptz not null,
    stars           int,
    comment         text,
    constraint request_gender_is_named check (gender is not null or not gender_required),
    constraint request_case_reference check (length(case_reference) <= 40 and case_reference ~ '[0-9]'),
    constraint request_status check (status in ('searching', 'ringing', 'calling_you', 'paused', 'connected',
                                                'interrupted', 'nobody_found', 'transferred', 'ended')),
    constraint request_stars check (stars between 1 and 5),
    constraint request_comment check (length(comment) <= 1000)
);
create index request_of_organisation on request (organisation_id, requested_at desc, id);
create index request_latest on request (requested_at desc, id);
create index request_of_line on request (line_id) where line_id is not null;

create table request_change (
    request_id uuid        not null references request on delete cascade,
    revision   bigint      not null,
    status     text        not null,
    changed_at timestamptz not null,
    primary key (request_id, revision)
);
