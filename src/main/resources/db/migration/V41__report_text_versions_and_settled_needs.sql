-- Counts how often the texts of a report were written, so that nobody overwrites what she has not seen.
alter table report_text add column version bigint not null default 1;

-- What nobody could serve and a coordinator has dealt with, as the dashboard lists it.
create index call_settled on call (district_id, settled_at) where settled_at is not null;
