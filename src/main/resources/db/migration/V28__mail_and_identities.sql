-- Mail that is still to be sent.
create table letter (
    id             uuid primary key,
    -- sealed: a link in it opens somebody's access; nobody looks for one by its hash
    content_cipher text not null,
    content_index  text not null,
    ordered_at     timestamptz not null,
    worth_until    timestamptz not null,
    constraint letter_is_worth_sending check (worth_until > ordered_at)
);

-- As whom an identity provider knows a member.
create table member_identity (
    issuer    text not null constraint member_identity_issuer_is_short check (length(issuer) between 1 and 500),
    subject   text not null constraint member_identity_subject_is_short check (length(subject) between 1 and 255),
    member_id uuid not null references member on delete cascade,
    linked_at timestamptz not null,
    constraint member_identity_names_one_member primary key (issuer, subject),
    constraint member_identity_is_one_per_issuer unique (member_id, issuer)
);

-- There is another way in.
alter table member drop constraint member_signs_in_with_password;
