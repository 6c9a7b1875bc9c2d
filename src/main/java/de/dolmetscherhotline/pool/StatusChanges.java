package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.InterpreterId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How the status of members has changed, since that is kept. */
@Repository
public class StatusChanges {

    private final DatabaseClient database;
    private final Clock clock;

    StatusChanges(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Nothing if it is the status that she had. */
    Mono<Void> note(InterpreterId who, @Nullable Status before, Status after) {
        return before == after
                ? Mono.empty()
                : database.sql("""
                                insert into status_change (interpreter_id, at, before, after)
                                values (:who, :now, :before, :after)""")
                        .bind("who", who.value())
                        .bind("now", clock.instant())
                        .bind("before", nullable(before == null ? null : word(before), String.class))
                        .bind("after", word(after))
                        .then();
    }

    /** Newest first. */
    public Flux<StatusChange> of(InterpreterId who) {
        return database.sql("select * from status_change where interpreter_id = :who order by id desc")
                .bind("who", who.value())
                .map(StatusChanges::change)
                .all();
    }

    private static StatusChange change(Readable row) {
        var before = row.get("before", String.class);
        return new StatusChange(
                row.get("at", Instant.class),
                before == null ? null : constant(Status.class, before),
                constant(Status.class, row.get("after", String.class)));
    }
}
