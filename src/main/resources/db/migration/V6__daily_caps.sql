-- The caps of the day count calls of an organisation and of a line since midnight.
create index call_of_organisation on call (organisation_id, dialled_at);
create index call_of_line on call (line_id, dialled_at);
