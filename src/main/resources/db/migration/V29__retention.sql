-- What may name somebody is kept for a time only. One piece of work for the whole installation erases it.
create unique index work_single_retention on work (kind) where kind = 'retention';
insert into work (kind, payload, due_at, created_at) values ('retention', '{}', 'epoch', now());

-- The municipality stays, for the figures.
alter table appointment
    add column erased_at timestamptz,
    drop constraint appointment_place_or_number,
    add constraint appointment_place_or_number check
        (case kind when 'on_site' then municipality is not null and number is null
                                       and (address is null) = (erased_at is not null)
                   else municipality is null and address is null and number is not null end),
    add constraint appointment_erased_after_its_end check (erased_at >= ends_at),
    add constraint appointment_erased_is_empty check
        (erased_at is null or (case_reference is null and contact_note is null));
create index appointment_to_be_erased on appointment (ends_at) where erased_at is null;

create index request_to_be_erased on request (status_since) where case_reference is not null or comment is not null;

create index guest_over on guest (over_at) where over_at is not null;

-- What an organisation's own system was told, and what came of it.
create table webhook_delivery (
    seq             bigint generated always as identity primary key,
    organisation_id uuid not null references webhook on delete cascade,
    -- of the address and the secret; what was under an earlier one is not shown
    version         uuid not null,
    announcement    text not null,
    type            text not null,
    at              timestamptz not null,
    result          text not null
);
create index webhook_delivery_newest on webhook_delivery (organisation_id, version, seq desc);
create index webhook_delivery_age on webhook_delivery (at);

-- Organisations may set and watch it with their own keys.
alter table organisation_key
    drop constraint organisation_key_scopes_are_known,
    add constraint organisation_key_scopes_are_known check (
        cardinality(scopes) > 0
        and scopes <@ array['requests:read', 'requests:write', 'guests:read', 'guests:write', 'appointments:read',
                            'appointments:write', 'languages:read', 'coverage:read', 'webhooks:read', 'webhooks:write']);
