-- When volunteers were last asked for this call: a callback may wait for hours, and others may be asked meanwhile.
alter table callout add column asked_at timestamptz;
update callout set asked_at = opened_at;
alter table callout
    alter column asked_at set not null,
    add constraint callout_asked_after_it_was_opened check (asked_at >= opened_at);
