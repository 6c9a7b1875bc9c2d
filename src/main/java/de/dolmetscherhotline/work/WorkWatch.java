package de.dolmetscherhotline.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Whether work gets done, in the whole installation. */
@Repository
public class WorkWatch {

    /** For so long what was given up is worth telling. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final DatabaseClient database;
    private final Clock clock;

    WorkWatch(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What does not go as it should.
     *
     * @param behind how long the oldest item that is due has waited
     * @param repeated items that have failed and are tried again
     * @param givenUp items that failed too often within the last day
     */
    public record Trouble(Duration behind, long repeated, long givenUp) {}

    public Mono<Trouble> now() {
        var now = clock.instant();
        return database.sql("""
                        select min(due_at) filter (where given_up_at is null and due_at <= :now) as oldest,
                               count(*) filter (where given_up_at is null and attempts > 0 and last_error is not null)
                                   as repeated,
                               count(*) filter (where given_up_at >= :news) as given_up
                        from work""")
                .bind("now", now)
                .bind("news", now.minus(NEWS))
                .map(row -> new Trouble(
                        behind(row.get("oldest", Instant.class), now),
                        row.get("repeated", Long.class),
                        row.get("given_up", Long.class)))
                .one();
    }

    private static Duration behind(@Nullable Instant oldest, Instant now) {
        return Optional.ofNullable(oldest)
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
    }
}
