package de.dolmetscherhotline.selfservice;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.LineId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The rows of calls in which volunteers look after themselves. */
@Repository
class VolunteerCalls {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final DatabaseClient database;
    private final Clock clock;

    VolunteerCalls(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * How far a call has come.
     *
     * @param turn counts the questions
     * @param misses questions in a row that were not answered, or wrongly
     * @param identified whether the PIN was right
     */
    record Row(String leg, InterpreterId who, LineId line, int turn, Scene scene, int misses, boolean identified) {

        Row next(Scene scene) {
            return new Row(leg, who, line, turn + 1, scene, 0, identified);
        }

        Row missed(Scene scene) {
            return new Row(leg, who, line, turn + 1, scene, misses + 1, identified);
        }

        Row identifiedNow() {
            return new Row(leg, who, line, turn + 1, Scene.STATE, 0, true);
        }
    }

    /** A call begins; nothing if it has begun already. */
    Mono<Void> begin(String leg, InterpreterId who, LineId line, Scene scene) {
        return database.sql("""
                        insert into volunteer_call (leg_sid, interpreter_id, line_id, began_at, scene)
                        values (:leg, :who, :line, :now, :scene)
                        on conflict do nothing""")
                .bind("leg", leg)
                .bind("who", who.value())
                .bind("line", line.value())
                .bind("now", clock.instant())
                .bind("scene", word(scene))
                .then();
    }

    /** The call of this leg; nobody else changes it until the transaction is over. */
    Mono<Row> lock(String leg) {
        return database.sql("select * from volunteer_call where leg_sid = :leg for update")
                .bind("leg", leg)
                .map(VolunteerCalls::row)
                .one();
    }

    Mono<Row> save(Row row) {
        return database.sql("""
                        update volunteer_call
                        set turn = :turn, scene = :scene, misses = :misses,
                            identified_at = coalesce(identified_at, :identified)
                        where leg_sid = :leg""")
                .bind("turn", row.turn())
                .bind("scene", word(row.scene()))
                .bind("misses", row.misses())
                .bind("identified", nullable(row.identified() ? clock.instant() : null, Instant.class))
                .bind("leg", row.leg())
                .then()
                .thenReturn(row);
    }

    /** Calls that are long over. */
    Mono<Void> forgetOld() {
        return database.sql("delete from volunteer_call where began_at < :before")
                .bind("before", clock.instant().minus(REMEMBERED))
                .then();
    }

    private static Row row(Readable row) {
        return new Row(
                row.get("leg_sid", String.class),
                new InterpreterId(row.get("interpreter_id", UUID.class)),
                new LineId(row.get("line_id", UUID.class)),
                row.get("turn", Integer.class),
                constant(Scene.class, row.get("scene", String.class)),
                row.get("misses", Integer.class),
                row.get("identified_at", Instant.class) != null);
    }
}
