-- One piece of work for the whole installation compares our calls with the telephone network, again and again. It is due
-- at once, whatever the clock of the process says that finds it.
create unique index work_single_sweep on work (kind) where kind = 'sweep';
insert into work (kind, payload, due_at, created_at) values ('sweep', '{}', 'epoch', now());

-- The calls that it has to look at: unlike ended_at, which is set with the outcome, this means that the leg is gone.
create index call_not_over on call (dialled_at) where state_name <> 'Ended';
