package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The conversations that somebody interpreted, without a word about who called. */
@Repository
class OwnSessions {

    /** From where both could hear each other, or she came into a conversation that another had begun, until she left. */
    static final String SESSIONS = """
            select greatest(o.decided_at, c.connected_at) as began,
                   greatest(o.decided_at, c.connected_at, least(o.closed_at, coalesce(c.ended_at, o.closed_at))) as ended,
                   c.language::text, c.emergency
            from offer o join call c on c.id = o.call_id
            where o.interpreter_id = :who and o.fate = 'accepted' and o.closed_at > c.connected_at
            """;

    private final DatabaseClient database;

    OwnSessions(DatabaseClient database) {
        this.database = database;
    }

    /** A conversation that is over. */
    record OwnSession(Instant began, Duration lasted, Language language, boolean emergency) {

        /** Each minute that was begun counts. */
        long minutes() {
            return lasted.plus(Duration.ofMinutes(1)).minusNanos(1).toMinutes();
        }
    }

    /** Those that began in a period (end exclusive), newest first. */
    Flux<OwnSession> between(InterpreterId who, Instant from, Instant to) {
        return database.sql(
                        "select * from (" + SESSIONS + ") s where began >= :from and began < :to order by began desc")
                .bind("who", who.value())
                .bind("from", from)
                .bind("to", to)
                .map(row -> new OwnSession(
                        Objects.requireNonNull(row.get("began", Instant.class)),
                        Duration.between(row.get("began", Instant.class), row.get("ended", Instant.class)),
                        new Language(Objects.requireNonNull(row.get("language", String.class))),
                        Boolean.TRUE.equals(row.get("emergency", Boolean.class))))
                .all();
    }

    /** When the first one began; empty if there was none. */
    Mono<Instant> first(InterpreterId who) {
        return database.sql("select began from (" + SESSIONS + ") s order by began limit 1")
                .bind("who", who.value())
                .mapValue(Instant.class)
                .one();
    }
}
