-- What a call needs that does not take the straight way: closed lines, refused callers, people asked out of their hours,
-- and districts that help each other.

-- ISO 3166-2: the state whose public holidays count.
alter table district add column region text not null default 'DE-NI'
    constraint district_region_is_a_state check
        (region in ('DE-BW', 'DE-BY', 'DE-BE', 'DE-BB', 'DE-HB', 'DE-HH', 'DE-HE', 'DE-MV',
                    'DE-NI', 'DE-NW', 'DE-RP', 'DE-SL', 'DE-SN', 'DE-ST', 'DE-SH', 'DE-TH'));

-- What a caller hears, and may choose, while the line is closed; no text = the standard prompt.
alter table line
    add column closed_text text
        constraint line_closed_text_is_short check (closed_text ~ '\S' and length(closed_text) <= 500),
    add column closed_choices text[] not null default '{emergency,coordinator}'
        constraint line_closed_choices_known check
            (closed_choices <@ array['emergency', 'coordinator', 'professional_provider']);

alter table organisation
    add column blocked boolean not null default false,
    add column asks_subject boolean not null default false,
    add column asks_gender boolean not null default false;

-- Callers whom a district refuses, whoever they are.
create table blocked_number (
    id          uuid primary key,
    district_id uuid not null references district,
    number      e164 not null,
    reason      text not null constraint blocked_number_has_reason check (reason ~ '\S' and length(reason) <= 500),
    created_at  timestamptz not null default now(),
    unique (district_id, number)
);

alter table interpreter
    add column emergency_opt_in boolean not null default false,
    add column callout_opt_in boolean not null default false,
    -- switched off by us, because several offers in a row went unanswered; her own next word ends it
    add column paused_at timestamptz,
    add constraint interpreter_paused_is_off check (paused_at is null or (available is false and available_until is null));

-- Whose pool a district may draw on when its own cannot help.
create table agreement (
    id            uuid primary key,
    district_id   uuid not null references district,
    partner_id    uuid not null references district,
    position      int not null constraint agreement_position_counts_from_0 check (position >= 0),
    -- none = all
    languages     text[] not null default '{}',
    -- wall time of the partner; null = always
    hours         jsonb,
    -- null = no limit
    calls_per_day int constraint agreement_limit_is_positive check (calls_per_day > 0),
    active        boolean not null default true,
    created_at    timestamptz not null default now(),
    constraint agreement_pair_key unique (district_id, partner_id),
    constraint agreement_not_with_oneself check (district_id <> partner_id)
);
create index agreement_partner on agreement (partner_id);
-- How much a partner has helped today.
create index call_connected on call (district_id, connected_at) where connected_at is not null;
