package de.dolmetscherhotline.scenario;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is remembered about an interpreter, as the database has it. */
record Memory(
        int timesAsked,
        int timesAccepted,
        int unansweredInARow,
        @Nullable Instant restingUntil,
        @Nullable Instant numberFailedAt,
        boolean reserved) {

    static Memory of(DatabaseClient database, UUID interpreter) {
        return Objects.requireNonNull(database.sql("select * from interpreter where id = :id")
                .bind("id", interpreter)
                .map(row -> new Memory(
                        row.get("times_asked", Integer.class),
                        row.get("times_accepted", Integer.class),
                        row.get("unanswered_in_a_row", Integer.class),
                        row.get("resting_until", Instant.class),
                        row.get("number_failed_at", Instant.class),
                        row.get("reserved_for", UUID.class) != null))
                .one()
                .block());
    }
}
