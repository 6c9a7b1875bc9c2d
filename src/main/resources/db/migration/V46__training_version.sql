-- So that of two people who change a training at once the second sees what the first has done.
alter table training add column version bigint not null default 0;
