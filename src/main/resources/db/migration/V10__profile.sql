-- What a coordinator records about a member of the pool: how well and which way she interprets, what she is qualified for,
-- what she is bound by and for how long, and whom she must not meet.

alter table interpreter
    -- the coordinator's own; never told to callers
    add column notes text constraint interpreter_notes_are_short check (notes ~ '\S' and length(notes) <= 4000),
    -- counts the changes of what is recorded, so that nobody overwrites what she has not seen
    add column version bigint not null default 1,
    -- Whatever the day of activation says: nobody is active before she is 18. Time only makes this truer, and a day is
    -- added because the district's day may be ahead of the session's.
    add constraint interpreter_is_adult_today check
        (status <> 'active' or date_of_birth <= current_date + 1 - interval '18 years');

alter table interpreter_language
    -- who interprets one way only is not asked by telephone
    add column direction text not null default 'both' check (direction in ('both', 'from_german', 'to_german')),
    add column dialects text constraint interpreter_language_dialects_are_short check (dialects ~ '\S' and length(dialects) <= 300);

create table interpreter_subject (
    interpreter_id uuid not null references interpreter on delete cascade,
    subject        text not null check (subject in ('medical', 'authority', 'school', 'police', 'asylum')),
    -- how, or by which certificate; null = not recorded
    qualification  text constraint interpreter_subject_qualification_is_short check (qualification ~ '\S' and length(qualification) <= 300),
    since          date,
    primary key (interpreter_id, subject)
);
create index interpreter_subject_subject on interpreter_subject (subject);
insert into interpreter_subject (interpreter_id, subject)
select distinct i.id, s.subject from interpreter i, unnest(i.subjects) as s (subject);
alter table interpreter drop column subjects;

-- What she must have declared, shown or attended.
create table obligation (
    interpreter_id uuid not null references interpreter on delete cascade,
    kind           text not null check (kind in ('secrecy', 'criminal_record', 'training')),
    issued_on      date not null,
    -- the last day on which it holds; null = without end
    valid_until    date,
    note           text constraint obligation_note_is_short check (note ~ '\S' and length(note) <= 500),
    primary key (interpreter_id, kind),
    constraint obligation_ends_after_it_began check (valid_until >= issued_on)
);
create index obligation_valid_until on obligation (valid_until) where valid_until is not null;
insert into obligation (interpreter_id, kind, issued_on)
select id, 'secrecy', secrecy_declared_on from interpreter where secrecy_declared_on is not null;
alter table interpreter drop column secrecy_declared_on;

-- Who must not meet; both sides may have asked for it.
create table do_not_pair (
    interpreter_id  uuid not null references interpreter on delete cascade,
    organisation_id uuid not null references organisation on delete cascade,
    reason          text not null constraint do_not_pair_has_reason check (reason ~ '\S' and length(reason) <= 500),
    primary key (interpreter_id, organisation_id)
);
create index do_not_pair_organisation on do_not_pair (organisation_id);

-- For the list of a pool.
create index interpreter_oldest on interpreter (district_id, created_at, id);
create index interpreter_name on interpreter (district_id, lower(name), id);
