package de.dolmetscherhotline.volunteer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of what is stored about a member of a pool.
 *
 * @param name under which it appears
 * @param sql selects it as one JSON text, for the member {@code :who}
 */
record DataSection(String name, String sql) {

    /** In the order in which they appear. What is about a call says nothing about who called. */
    static final List<DataSection> ALL = List.of(
            rows("languages", "interpreter_language", "tag"),
            rows("subjects", "interpreter_subject", "subject"),
            rows("obligations", "obligation", "kind"),
            rows("proofsBeforeTraining", "training_displaced_proof", "issued_on"),
            of("trainings", """
                    select to_jsonb(p) - array['training_id', 'interpreter_id'] || jsonb_build_object('title', t.title) as entry,
                           p.registered_at as position
                    from training_participant p join training t on t.id = p.training_id where p.interpreter_id = :who"""),
            of("keptApartFrom", """
                    select jsonb_build_object('organisation', null) as entry, null as position
                    from do_not_pair p where p.interpreter_id = :who"""),
            rows("statusChanges", "status_change", "id", "id"),
            rows("week", "shift", "weekday, t.starts"),
            rows("absences", "absence", "first_day", "id", "seq"),
            rows("saidAboutAvailability", "availability_word", "seq", "seq"),
            rows("telephonePin", "volunteer_pin", "set_at", "pin_cipher", "pin_index"),
            rows("callsToSwitch", "volunteer_call", "began_at", "leg_sid", "line_id"),
            of("offers", """
                    select to_jsonb(o) - array['id', 'call_id', 'interpreter_id', 'leg_sid', 'room_sid', 'dial', 'wave']
                           || jsonb_build_object('language', c.language, 'emergency', c.emergency) as entry,
                           o.offered_at as position
                    from offer o join call c on c.id = o.call_id where o.interpreter_id = :who"""),
            of("conversations", """
                    select jsonb_build_object('began', s.began, 'ended', s.ended, 'language', s.language,
                                              'emergency', s.emergency) as entry, s.began as position
                    from (%s) s""".formatted(OwnSessions.SESSIONS)),
            of("ratings", """
                    select jsonb_build_object('connectedAt', c.connected_at, 'stars', c.rating) as entry,
                           c.connected_at as position
                    from call c
                    where c.interpreter_id = :who and c.connected_at is not null and c.rating is not null"""),
            of("countedByDay", """
                    select jsonb_build_object('day', l.starts, 'sessions', l.sessions, 'seconds', l.talk_ms / 1000) as entry,
                           l.starts as position
                    from evaluation_load l where l.interpreter_id = :who and l.grain = 'day'"""),
            of("offersCountedByDay", """
                    select jsonb_build_object('day', e.starts, 'fate', e.fate, 'offers', e.offers) as entry, e.starts as position
                    from evaluation_offer e where e.interpreter_id = :who and e.grain = 'day'"""),
            of("consideredForCalls", """
                    select jsonb_strip_nulls(jsonb_build_object(
                               'decidedAt', m.decided_at, 'language', c.language,
                               'asked', m.decision -> 'asked' @> to_jsonb(:who::text),
                               'leftOutBecause', (select l ->> 'reason' from jsonb_array_elements(m.decision -> 'leftOut') l
                                                  where l ->> 'interpreter' = :who::text limit 1))) as entry,
                           m.decided_at as position
                    from matching_log m join call c on c.id = m.call_id
                    where m.decision -> 'ranked' @> to_jsonb(:who::text)
                       or m.decision -> 'leftOut' @> jsonb_build_array(jsonb_build_object('interpreter', :who::text))"""),
            of("callOuts", """
                    select to_jsonb(i) - array['call_id', 'interpreter_id']
                           || jsonb_build_object('language', o.language, 'claimed', o.claimed_by is not distinct from :who)
                               as entry,
                           i.invited_at as position
                    from callout_invitation i join callout o on o.call_id = i.call_id where i.interpreter_id = :who"""),
            of("appointmentsAsked", """
                    select to_jsonb(i) - array['appointment_id', 'interpreter_id']
                           || jsonb_build_object('language', a.language, 'startsAt', a.starts_at) as entry,
                           i.invited_at as position
                    from appointment_invitation i join appointment a on a.id = i.appointment_id
                    where i.interpreter_id = :who"""),
            of("appointments", """
                    select jsonb_build_object('startsAt', a.starts_at, 'endsAt', a.ends_at, 'language', a.language,
                                              'kind', a.kind, 'municipality', a.municipality, 'address', a.address,
                                              'status', a.status, 'confirmedAt', a.confirmed_at, 'absent', a.absent) as entry,
                           a.starts_at as position
                    from appointment a where a.interpreter_id = :who"""),
            of("appointmentEvents", """
                    select jsonb_build_object('at', h.at, 'event', h.event, 'actor', h.actor, 'startsAt', a.starts_at) as entry,
                           h.seq as position
                    from appointment_history h join appointment a on a.id = h.appointment_id
                    where h.interpreter_id = :who"""),
            rows("calendarFeeds", "calendar_feed", "created_at", "id", "token_hash", "organisation_id"),
            rows("textsToYou", "text_message", "created_at", "id", "line_id", "sid", "bulk_id"),
            rows("textsFromYou", "text_received", "received_at", "sid", "line_id"),
            rows(
                    "application",
                    "application",
                    "created_at",
                    "id",
                    "district_id",
                    "form_key",
                    "details",
                    "number_cipher",
                    "number_index",
                    "code_hash",
                    "decided_by"),
            of("invitations", """
                    select to_jsonb(v) - array['id', 'district_id', 'number_cipher', 'number_index', 'token_hash'] as entry,
                           v.created_at as position
                    from invitation v
                    join interpreter_number n on n.district_id = v.district_id and n.number_index = v.number_index
                    where n.interpreter_id = :who"""),
            of("reminders", """
                    select jsonb_build_object('about', r.occasion, 'at', r.reminded_at,
                                              'toCoordinator', r.interpreter_id is distinct from :who) as entry,
                           r.reminded_at as position
                    from reminder r where r.interpreter_id = :who or r.about = :who"""),
            rows("languageProposals", "language_proposal", "proposed_at", "id"),
            of("links", """
                    select to_jsonb(l) - array['token_hash', 'interpreter_id']
                           || jsonb_build_object('opened', (select coalesce(jsonb_agg(v.opened_at order by v.opened_at), '[]')
                                                            from volunteer_visit v where v.link_hash = l.token_hash))
                               as entry,
                           l.created_at as position
                    from volunteer_link l where l.interpreter_id = :who"""));

    /** All rows of hers in a table, without columns that mean nothing to her. */
    private static DataSection rows(String name, String table, String order, String... without) {
        var hidden = Stream.concat(Stream.of("interpreter_id"), Stream.of(without))
                .map(column -> "'" + column + "'")
                .collect(Collectors.joining(", "));
        return new DataSection(name, """
                select coalesce(jsonb_agg(to_jsonb(t) - array[%s] order by t.%s), '[]')::text
                from %s t where t.interpreter_id = :who""".formatted(hidden, order, table));
    }

    /** @param select has the columns entry and position */
    private static DataSection of(String name, String select) {
        return new DataSection(
                name, "select coalesce(jsonb_agg(entry order by position), '[]')::text from (" + select + ") entries");
    }
}
