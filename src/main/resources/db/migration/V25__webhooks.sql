-- Where an organisation's own system is told of what happens. What is to be told is work.
create table webhook (
    organisation_id uuid primary key references organisation on delete cascade,
    -- another one each time it is set: what comes of an attempt under an earlier one changes nothing
    version         uuid not null,
    url             text not null constraint webhook_url_is_short check (length(url) <= 2000),
    -- sealed, as PINs are; nobody is looked for by it
    secret_cipher   text not null,
    secret_index    text not null,
    created_at      timestamptz not null,
    last_success_at timestamptz,
    failing_since   timestamptz,
    last_failure    text,
    -- until when nobody tries, while it fails
    rests_until     timestamptz,
    -- announcements that never arrived
    given_up        bigint not null default 0 check (given_up >= 0),
    given_up_at     timestamptz,
    -- when it said that it wants nothing any more
    disabled_at     timestamptz,
    constraint webhook_failure_has_reason check ((failing_since is null) = (last_failure is null)),
    constraint webhook_rests_while_failing check (rests_until is null or failing_since is not null),
    constraint webhook_given_up_has_time check ((given_up = 0) = (given_up_at is null))
);
