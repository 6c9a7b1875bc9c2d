-- The volunteer's own page, reached by a link in a text. Of secrets only the SHA-256 is kept.

create table volunteer_link (
    token_hash     bytea primary key constraint volunteer_link_hash_is_sha256 check (octet_length(token_hash) = 32),
    interpreter_id uuid not null references interpreter on delete cascade,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    -- by herself, by the coordinator, or because a newer link took its place
    revoked_at     timestamptz,
    -- when it was first opened, perhaps by a preview in a messenger
    used_at        timestamptz,
    constraint volunteer_link_times_in_order check
        (expires_at > created_at and revoked_at >= created_at and used_at >= created_at)
);
-- One link at a time.
create unique index volunteer_link_current on volunteer_link (interpreter_id) where revoked_at is null;
create index volunteer_link_interpreter on volunteer_link (interpreter_id);

-- A browser in which a link was opened; it ends with its link.
create table volunteer_visit (
    secret_hash bytea primary key constraint volunteer_visit_hash_is_sha256 check (octet_length(secret_hash) = 32),
    link_hash   bytea not null references volunteer_link on delete cascade,
    opened_at   timestamptz not null,
    expires_at  timestamptz not null,
    constraint volunteer_visit_times_in_order check (expires_at > opened_at)
);
create index volunteer_visit_link on volunteer_visit (link_hash, opened_at);

-- What she would like changed about her languages; the coordinator decides.
create table language_proposal (
    id             uuid primary key,
    interpreter_id uuid not null references interpreter on delete cascade,
    language       language_tag not null,
    -- null = she does not interpret it any more
    level          text check (level in ('a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'native')),
    note           text constraint language_proposal_note_is_short check (note ~ '\S' and length(note) <= 300),
    status         text not null default 'open' check (status in ('open', 'accepted', 'refused')),
    proposed_at    timestamptz not null,
    decided_at     timestamptz,
    -- told to her
    answer         text constraint language_proposal_answer_is_short check (answer ~ '\S' and length(answer) <= 300),
    constraint language_proposal_decided_has_time check ((status = 'open') = (decided_at is null)),
    constraint language_proposal_answer_with_decision check (answer is null or decided_at is not null),
    constraint language_proposal_times_in_order check (decided_at >= proposed_at)
);
-- A new proposal for the same language takes the place of the one before.
create unique index language_proposal_open on language_proposal (interpreter_id, language) where status = 'open';
create index language_proposal_oldest on language_proposal (status, proposed_at, id);
