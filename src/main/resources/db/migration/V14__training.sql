-- Trainings of a district, who registered and who was there, and what it conferred.

create table training (
    id               uuid primary key,
    district_id      uuid not null constraint training_district_exists references district,
    title            text not null constraint training_title_is_short check (title ~ '\S' and length(title) <= 200),
    description      text constraint training_description_is_short check (description ~ '\S' and length(description) <= 2000),
    -- null = as many as want
    places           int constraint training_places_are_positive check (places > 0),
    -- what attendance confers; nothing = it informs
    confers_subject  text check (confers_subject in ('medical', 'authority', 'school', 'police', 'asylum')),
    confers_training boolean not null default false,
    -- null = as long as the district lets any training hold
    valid_months     int constraint training_validity_is_positive check (valid_months > 0),
    created_at       timestamptz not null default now(),
    constraint training_validity_has_something_to_hold check (valid_months is null or confers_training)
);
create index training_district on training (district_id);

create table training_date (
    training_id uuid not null references training on delete cascade,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    place       text not null constraint training_date_place_is_short check (place ~ '\S' and length(place) <= 200),
    primary key (training_id, starts_at),
    constraint training_date_ends_after_it_began check (ends_at > starts_at)
);

create table training_participant (
    training_id           uuid not null references training on delete cascade,
    interpreter_id        uuid not null references interpreter on delete cascade,
    registered_at         timestamptz not null,
    -- when it was recorded that she was there; null = it was not
    attended_recorded_at  timestamptz,
    -- what that gave her that she did not have, so that exactly this can be taken back: the qualification for the subject,
    conferred_qualification text,
    -- and the proof of training
    conferred_issued_on   date,
    conferred_valid_until date,
    primary key (training_id, interpreter_id),
    constraint training_participant_was_there check
        (attended_recorded_at is not null
         or (conferred_qualification is null and conferred_issued_on is null and conferred_valid_until is null))
);
create index training_participant_interpreter on training_participant (interpreter_id);

-- The proof that she had from elsewhere when a training gave her a newer one.
create table training_displaced_proof (
    interpreter_id uuid primary key references interpreter on delete cascade,
    issued_on      date not null,
    valid_until    date,
    note           text
);
