-- Reminders, each sent once, and the work that looks for whom they are due.

create table reminder (
    -- who is reminded: an interpreter, or the coordinator of a line
    interpreter_id uuid references interpreter on delete cascade,
    line_id        uuid references line on delete cascade,
    -- of whom a coordinator is told
    about          uuid references interpreter on delete cascade,
    -- what it is about, such as obligation/secrecy/2027-01-10/30
    occasion       text not null check (occasion <> ''),
    reminded_at    timestamptz not null,
    constraint reminder_has_one_recipient check ((interpreter_id is null) <> (line_id is null)),
    constraint reminder_once unique nulls not distinct (interpreter_id, line_id, about, occasion)
);
create index reminder_line on reminder (line_id) where line_id is not null;
create index reminder_about on reminder (about) where about is not null;
create index reminder_oldest on reminder (reminded_at);

-- One piece of work of each kind for the whole installation, as the sweep is; due at once.
create unique index work_single_care on work (kind)
    where kind in ('care-shifts', 'care-obligations', 'care-gaps', 'care-numbers');
insert into work (kind, payload, due_at, created_at)
select kind, '{}', 'epoch', now() from unnest(array['care-shifts', 'care-obligations', 'care-gaps', 'care-numbers']) as kind;
