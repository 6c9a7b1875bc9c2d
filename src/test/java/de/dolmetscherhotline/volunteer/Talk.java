package de.dolmetscherhotline.volunteer;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * A conversation in Arabic that is over, as calls leave it behind.
 *
 * @param organisation that called; null = unknown
 * @param seconds for which both heard each other
 */
record Talk(UUID who, UUID district, @Nullable UUID organisation, Instant began, long seconds) {

    void storeIn(DatabaseClient database) {
        var call = UUID.randomUUID();
        database.sql("""
                        insert into call (id, leg_sid, district_id, organisation_id, state_name, state, language, dialled_at,
                                          language_chosen_at, accepted_at, connected_at, ended_at, outcome, interpreter_id, rating)
                        values (:id, :sid, :district, :organisation, 'Ended', '{}', 'ar', :dialled, :dialled, :began, :began, :ended,
                                'connected', :who, 5)""")
                .bind("id", call)
                .bind("sid", "CA" + call.toString().replace("-", ""))
                .bind("district", district)
                .bind("organisation", nullable(organisation, UUID.class))
                .bind("dialled", began.minusSeconds(30))
                .bind("began", began)
                .bind("ended", began.plusSeconds(seconds))
                .bind("who", who)
                .then()
                .block();
        database.sql("""
                        insert into offer (id, call_id, interpreter_id, wave, offered_at, decided_at, closed_at, fate)
                        values (:id, :call, :who, 1, :offered, :decided, :closed, 'accepted')""")
                .bind("id", UUID.randomUUID())
                .bind("call", call)
                .bind("who", who)
                .bind("offered", began.minusSeconds(20))
                .bind("decided", began.minusSeconds(5))
                .bind("closed", began.plusSeconds(seconds + 2))
                .then()
                .block();
    }
}
