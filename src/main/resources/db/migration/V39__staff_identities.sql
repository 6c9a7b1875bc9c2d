-- As whom an identity provider knows somebody of the staff (ADR 26).
create table staff_identity (
    issuer    text not null constraint staff_identity_issuer_is_short check (length(issuer) between 1 and 500),
    subject   text not null constraint staff_identity_subject_is_short check (length(subject) between 1 and 255),
    staff_id  uuid not null references staff on delete cascade,
    linked_at timestamptz not null,
    constraint staff_identity_names_one_account primary key (issuer, subject),
    constraint staff_identity_is_one_per_issuer unique (staff_id, issuer)
);

-- There is another way in.
alter table staff drop constraint staff_signs_in_with_password;
