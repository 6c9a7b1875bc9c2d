-- Who is told by mail what becomes of an appointment: the member who asked for it in the portal. Gone when there is nothing more to
-- tell (ADR 22).
create table appointment_letter (
    appointment_id uuid primary key references appointment on delete cascade,
    member_id      uuid not null references member on delete cascade,
    -- the last that she was told, or did herself; null = nothing
    told           text constraint appointment_letter_told_check
        check (told in ('confirmed', 'somebody_else', 'reminder', 'sought_again', 'nobody')),
    -- of the appointment when she was told
    round          int not null default 0,
    -- the last letter; it may have been sent, and is not there any more then
    letter_id      uuid
);
create index appointment_letter_member on appointment_letter (member_id);
