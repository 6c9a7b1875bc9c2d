-- A second factor that is being set up, apart from the one that counts: that one holds until the new one is confirmed (ADR 29).
create table staff_second_factor_begun (
    staff_id      uuid primary key references staff on delete cascade,
    -- the browser in which it is set up; nobody sees or confirms it in another
    session_hash  bytea not null references staff_session on delete cascade,
    secret_cipher text not null constraint staff_second_factor_begun_secret unique,
    secret_index  text not null,
    -- whether she has shown the one that counts, in whose place it comes; without that there must be none
    replaces      boolean not null,
    -- until when it can be confirmed
    expires_at    timestamptz not null
);
create index staff_second_factor_begun_session on staff_second_factor_begun (session_hash);

-- Whoever was setting one up opens the page again.
delete from staff_second_factor where confirmed_at is null;
alter table staff_second_factor
    drop constraint staff_second_factor_was_used,
    alter column confirmed_at set not null,
    alter column last_step set not null;
