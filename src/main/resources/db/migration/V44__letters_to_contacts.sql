-- What coordinators book, the contact of the organisation is told of: no member asked for it (ADR 22).
alter table appointment_letter alter column member_id drop not null;
