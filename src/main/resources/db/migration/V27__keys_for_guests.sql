-- Keys of organisations may allow to ring third parties into conversations: it costs money, so that no key does by itself.
alter table organisation_key
    drop constraint organisation_key_scopes_are_known,
    add constraint organisation_key_scopes_are_known check (
        cardinality(scopes) > 0
        and scopes <@ array['requests:read', 'requests:write', 'guests:read', 'guests:write', 'appointments:read',
                            'appointments:write', 'languages:read', 'coverage:read']);
