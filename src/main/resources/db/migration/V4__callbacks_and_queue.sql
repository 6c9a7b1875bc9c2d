-- A call may now begin without a leg (a callback), keeps its place in a queue, and ends in more ways.

alter table call
    alter column leg_sid drop not null,
    -- the call in which this callback was asked for
    add column callback_of uuid references call on delete set null,
    -- the number on record to ring back; never what came as caller id alone
    add column ring_back e164,
    -- attempts to ring back, and how far dialling the last one has come
    add column recall int not null default 0 check (recall >= 0),
    add column recall_dial text check (recall_dial in ('due', 'sending', 'placed', 'refused')),
    -- the place in the queue for the language
    add column queued_since timestamptz,
    add column subject text check (subject in ('medical', 'authority', 'school', 'police', 'asylum')),
    add column gender_wish text check (gender_wish in ('wish_female', 'wish_male', 'wish_diverse', 'requirement_female',
                                                       'requirement_male', 'requirement_diverse')),
    -- a coordinator has dealt with a need that was not met
    add column settled_at timestamptz,
    add column settled_note text check (length(settled_note) <= 500);

create index call_waiting on call (district_id, language, queued_since) where state_name = 'Searching';
create index call_callback on call (organisation_id, language) where callback_of is not null and ended_at is null;
create index call_held on call (organisation_id) where state_name = 'CallerLost';
create index call_unmet on call (dialled_at)
    where settled_at is null and outcome in ('no_coverage', 'nobody_answered', 'callback_failed', 'interrupted');

alter table offer drop constraint offer_fate_check;
alter table offer add constraint offer_fate_check check
    (fate in ('accepted', 'declined', 'no_answer', 'no_key', 'busy', 'unreachable', 'too_late', 'withdrawn', 'lost',
              'in_vain', 'failed', 'unclear'));

-- A call-out goes along when the caller asks to be rung back.
alter table callout_invitation drop constraint callout_invitation_call_id_fkey;
alter table callout_invitation add constraint callout_invitation_call_id_fkey
    foreign key (call_id) references callout on delete cascade on update cascade;
