-- Who dealt with what nobody could serve, as she was called then; null = whoever had the key of the installation.
alter table call
    add column settled_by text constraint call_settler_has_name check (settled_by ~ '\S'),
    add constraint call_settler_settled check (settled_by is null or settled_at is not null);
alter table appointment
    add column settled_by text constraint appointment_settler_has_name check (settled_by ~ '\S'),
    add constraint appointment_settler_settled check (settled_by is null or settled_at is not null);
