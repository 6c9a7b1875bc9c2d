-- Pages on which coordinators change what another may be changing at the same time, deal with demand that nobody met, and write to
-- many members of the pool at once.

-- Counts the changes of what a form shows, so that nobody overwrites what she has not seen.
alter table organisation add column version bigint not null default 1 constraint organisation_version_counts check (version > 0);

-- Dealt with by a coordinator, as a call may be: appointments that nobody took.
alter table appointment
    add column settled_at timestamptz,
    add column settled_note text check (settled_note ~ '\S' and length(settled_note) <= 500),
    add constraint appointment_note_is_of_settling check (settled_note is null or settled_at is not null);

-- A text to many members of the pool. It has the id that its form was given, so that it is sent once.
create table bulk_text (
    id          uuid primary key,
    district_id uuid not null references district on delete cascade,
    staff_id    uuid references staff on delete set null,
    body        text not null constraint bulk_text_has_body check (body ~ '\S' and length(body) <= 600),
    ordered_at  timestamptz not null
);
create index bulk_text_newest on bulk_text (district_id, ordered_at desc);
alter table text_message add column bulk_id uuid references bulk_text on delete cascade;
create index text_message_bulk on text_message (bulk_id) where bulk_id is not null;
