-- Appointments by telephone follow from how their call ends: the organisation, too, may not have come.
alter table appointment drop constraint appointment_absent_check;
alter table appointment add constraint appointment_absent_check check (absent in ('interpreter', 'person', 'organisation'));

-- Since when she who has it is recorded as away at that time; null = she is not
alter table appointment add column doubted_at timestamptz
    constraint appointment_doubted_after_confirmed check (doubted_at >= confirmed_at);

alter table appointment_history drop constraint appointment_history_event_check;
alter table appointment_history add constraint appointment_history_event_check
    check (event in ('booked', 'asked', 'declined', 'nobody_left', 'confirmed', 'doubted', 'withdrawn', 'substitution',
                     'cancelled', 'reminded', 'begun', 'held', 'no_show', 'unfilled'));

-- Whose call is over has met, as it would have been said at its end until now.
update appointment a set status = 'held'
where a.status = 'confirmed' and a.kind = 'phone'
  and exists (select from call c where c.id = a.call_id and c.ended_at is not null);
