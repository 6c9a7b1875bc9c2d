-- Whoever acts with the key of the installation belongs to no district; what she acts on does. Without it administrators of one
-- district would read about people of another. Null = it belongs to none, or was gone before anything was recorded about it.
alter table audit_entry add column subject_district uuid;
