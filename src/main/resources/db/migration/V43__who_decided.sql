-- Who decided about an application, as she was called then; null = whoever had the key of the installation. Whoever decides too late,
-- from a page that was left open, is told.
alter table application
    add column decided_by text constraint application_decider_has_name check (decided_by ~ '\S'),
    add constraint application_decider_decided check (decided_by is null or decision is not null);
