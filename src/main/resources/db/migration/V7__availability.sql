-- When somebody may be rung: what she said, when she is away, her plan for the week, and what she agreed to.

-- In which order things were said, whatever the clocks of our processes say.
create sequence availability_seq;

-- Wall time of the district. Whatever does not end later on its day ends on the next; equal times are 24 hours.
create table shift (
    interpreter_id uuid not null references interpreter on delete cascade,
    -- Monday = 1
    weekday        smallint not null check (weekday between 1 and 7),
    starts         time not null,
    ends           time not null,
    primary key (interpreter_id, weekday, starts)
);

-- Whole days of the district, the last included.
create table absence (
    id             uuid primary key,
    interpreter_id uuid not null references interpreter on delete cascade,
    first_day      date not null,
    last_day       date not null,
    seq            bigint not null default nextval('availability_seq'),
    constraint absence_ends_after_it_begins check (last_day >= first_day),
    constraint absence_first_day_key unique (interpreter_id, first_day)
);

-- On or off by her own word, or off by ours after unanswered offers. Of those that hold at an instant the latest counts.
create table availability_word (
    interpreter_id uuid not null references interpreter on delete cascade,
    seq            bigint not null default nextval('availability_seq'),
    available      boolean not null,
    holds_from     timestamptz not null,
    -- null = until further notice
    holds_until    timestamptz,
    said_at        timestamptz not null,
    primary key (interpreter_id, seq),
    constraint availability_word_ends_after_it_begins check (holds_until > holds_from)
);

insert into availability_word (interpreter_id, available, holds_from, holds_until, said_at)
select id, available, created_at, available_until, created_at from interpreter
where available is not null and (available_until is null or available_until > greatest(now(), created_at));

alter table interpreter drop constraint interpreter_paused_is_off;

alter table interpreter
    -- what follows from all that, and until when; then it is worked out anew. null = until further notice
    add column duty text not null default 'not_on_duty'
        constraint interpreter_duty_known check (duty in ('on_duty', 'said_off', 'not_on_duty')),
    add column duty_until timestamptz,
    -- wall time of the district; may go across midnight
    add column quiet_from time,
    add column quiet_to time,
    -- null = no limit was agreed
    add column calls_per_day int constraint interpreter_calls_per_day_positive check (calls_per_day > 0),
    add column shift_reminder boolean not null default false,
    add constraint interpreter_quiet_hours_have_an_end check
        ((quiet_from is null) = (quiet_to is null) and quiet_from <> quiet_to);

update interpreter i
set duty = case when w.available then 'on_duty' else 'said_off' end, duty_until = w.holds_until
from availability_word w where w.interpreter_id = i.id;

alter table interpreter
    drop column available,
    drop column available_until,
    add constraint interpreter_paused_is_off check (paused_at is null or duty = 'said_off');

-- Conversations of the day.
create index offer_conversation on offer (interpreter_id, decided_at) where fate = 'accepted';
create index interpreter_duty_until on interpreter (duty_until) where duty_until is not null;

-- One piece of work for the whole installation keeps it up to date; due at once, as the sweep is.
create unique index work_single_duty on work (kind) where kind = 'duty';
insert into work (kind, payload, due_at, created_at) values ('duty', '{}', 'epoch', now());
