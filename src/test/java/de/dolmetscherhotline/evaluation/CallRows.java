package de.dolmetscherhotline.evaluation;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.evaluation.History.Asked;
import de.dolmetscherhotline.evaluation.History.Told;
import de.dolmetscherhotline.matching.LeftOut;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/** Calls of a district, as they lie in the database. */
final class CallRows {

    private final DatabaseClient database;
    private final UUID district;

    CallRows(DatabaseClient database, UUID district) {
        this.database = database;
        this.district = district;
    }

    void add(Told call) {
        database.sql("""
                        insert into call (id, district_id, organisation_id, state_name, state, dialled_at, origin, emergency,
                                          language, settled_at)
                        values (:id, :district, :organisation, 'Ended', '{}', :dialled, :origin, :emergency, :language,
                                :dialled)""")
                .bind("id", call.id)
                .bind("district", district)
                .bind("organisation", call.organisation)
                .bind("dialled", call.dialled)
                .bind("origin", call.origin)
                .bind("emergency", call.emergency)
                .bind("language", nullable(call.language, String.class))
                .then()
                .block();
        if (call.asked.isEmpty()) {
            explain(call);
        }
        if (call.isOver()) {
            call.asked.forEach(asked -> add(call, asked));
            end(call);
        }
    }

    private void explain(Told call) {
        database.sql("""
                        insert into matching_log (call_id, wave, decided_at, decision)
                        values (:call, 1, :at, jsonb_build_object('asked', '[]'::jsonb, 'phonesWanted', 0, 'ranked', '[]'::jsonb,
                            'leftOut', jsonb_build_array(jsonb_build_object('interpreter', gen_random_uuid(), 'reason', 'said-off'),
                                                         jsonb_build_object('interpreter', gen_random_uuid(), 'reason', :reason))))
                        """)
                .bind("call", call.id)
                .bind("at", call.dialled)
                .bind("reason", call.allBusy ? LeftOut.RESERVED.code() : LeftOut.NOT_ON_DUTY.code())
                .then()
                .block();
    }

    /** She talked, if she accepted, from where both heard each other until the call ended. */
    void add(Told call, Asked asked) {
        database.sql("""
                        insert into offer (id, call_id, interpreter_id, wave, offered_at, decided_at, closed_at, fate)
                        values (:id, :call, :who, 1, :at, :at, :closed, :fate)""")
                .bind("id", asked.id)
                .bind("call", call.id)
                .bind("who", asked.who)
                .bind("at", call.dialled)
                .bind("closed", call.ended())
                .bind("fate", asked.fate)
                .then()
                .block();
    }

    void end(Told call) {
        database.sql("""
                        update call set language_chosen_at = :chosen, accepted_at = :chosen, connected_at = :connected,
                                        ended_at = :ended, outcome = :outcome, interpreter_id = :who
                        where id = :id""")
                .bind("chosen", nullable(call.chosen(), Instant.class))
                .bind("connected", nullable(call.connected(), Instant.class))
                .bind("ended", call.ended())
                .bind("outcome", Objects.requireNonNull(call.outcome))
                .bind("who", nullable(call.interpreter, UUID.class))
                .bind("id", call.id)
                .then()
                .block();
    }
}
