-- Volunteers who call the hotline themselves, to hear and switch their state.

-- Sealed, as PINs of organisations are; and what is sealed names the volunteer, so that equal PINs do not look alike.
create table volunteer_pin (
    interpreter_id uuid primary key references interpreter on delete cascade,
    pin_cipher     text not null,
    pin_index      text not null,
    set_at         timestamptz not null
);

-- How far such a call has come. What the leg is told next follows from this alone, so that a request which comes twice is
-- answered twice and acted on once.
create table volunteer_call (
    leg_sid        text primary key,
    interpreter_id uuid not null references interpreter on delete cascade,
    line_id        uuid not null references line on delete cascade,
    began_at       timestamptz not null,
    -- counts the questions
    turn           int not null default 0,
    scene          text not null check (scene in ('pin', 'pin_wrong', 'pin_missing', 'no_pin', 'too_many', 'state', 'switched',
                                                  'unreachable', 'human', 'guest', 'goodbye')),
    misses         int not null default 0,
    -- when the PIN was right
    identified_at  timestamptz
);
create index volunteer_call_oldest on volunteer_call (began_at);
create index volunteer_call_interpreter on volunteer_call (interpreter_id);
create index volunteer_call_line on volunteer_call (line_id);
