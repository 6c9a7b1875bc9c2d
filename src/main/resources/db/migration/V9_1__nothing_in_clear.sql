-- Everything was sealed in migration 9: the clear columns go. A dropped column stays in the file until its table is written
-- anew, which CLUSTER does.

alter table interpreter drop column phone_number;

alter table text_opt_out
    drop column number,
    alter column number_cipher set not null,
    alter column number_index set not null,
    add primary key (district_id, number_index);

alter table blocked_number
    drop column number,
    alter column number_cipher set not null,
    alter column number_index set not null,
    add constraint blocked_number_blocked_once unique (district_id, number_index);

alter table organisation
    drop column pin_hash,
    add constraint organisation_pin_sealed_as_a_whole check ((pin_cipher is null) = (pin_index is null));
-- A PIN names one organisation of its district.
create unique index organisation_pin on organisation (district_id, pin_index);

cluster interpreter using interpreter_pkey;
cluster text_opt_out using text_opt_out_pkey;
cluster blocked_number using blocked_number_pkey;
cluster organisation using organisation_pkey;
