-- Whoever hung up after having waited long enough is unmet demand as well.
drop index call_unmet;
create index call_unmet on call (dialled_at)
    where settled_at is null
      and outcome in ('no_coverage', 'nobody_answered', 'callback_failed', 'interrupted', 'abandoned_waiting');
