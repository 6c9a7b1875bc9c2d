-- Telephone numbers of people, and PINs, are stored encrypted (…_cipher) and found by a keyed hash (…_index); the keys are
-- not in the database. The form of both: package privacy. Migration 9 fills the new columns, 9.1 drops the old ones.

-- The name of the index key under which all hashes are at this moment.
alter table installation add column index_key text;

-- Every key that was ever used here, by its name, with a proof by which it is recognised.
create table known_key (
    kind  text not null check (kind in ('data', 'index')),
    name  text not null,
    proof text not null,
    primary key (kind, name)
);

alter table interpreter add constraint interpreter_of_district unique (id, district_id);

create table interpreter_number (
    interpreter_id uuid not null,
    district_id    uuid not null,
    -- texts: only if it is another number than the one for calls
    field          text not null check (field in ('calls', 'texts')),
    number_cipher  text not null,
    number_index   text not null,
    primary key (interpreter_id, field),
    constraint interpreter_number_owner foreign key (interpreter_id, district_id) references interpreter (id, district_id)
        on update cascade on delete cascade,
    -- Whoever calls or texts is one person. Looked at when a statement is over: the two numbers may be exchanged.
    constraint interpreter_number_names_one unique (district_id, number_index) deferrable
);

-- The number to which texts for somebody go.
create view texted_number as
select n.interpreter_id, n.district_id, n.field, n.number_cipher, n.number_index
from interpreter_number n
where n.field = 'texts'
   or not exists (select from interpreter_number t where t.interpreter_id = n.interpreter_id and t.field = 'texts');

alter table text_opt_out add column number_cipher text, add column number_index text;
alter table blocked_number add column number_cipher text, add column number_index text;
alter table organisation add column pin_cipher text, add column pin_index text;

-- That of these hashes of one value which is under the key in force; null if there is no value. Volatile, so that it looks
-- after the lock of the table was granted into which the hash goes: a change of the key holds that lock.
create function index_in_force(candidates text[]) returns text language plpgsql volatile as $$
declare
    fitting text;
begin
    if candidates is null then
        return null;
    end if;
    select candidate into fitting
    from installation i, unnest(candidates) as candidate
    where split_part(candidate, '.', 1) = i.index_key;
    if fitting is null then
        raise exception 'none of the index keys of this process is in force';
    end if;
    return fitting;
end $$;
