package de.dolmetscherhotline.call.api;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Outcome;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls that ended without the interpreter they needed, until a coordinator has dealt with them. */
@Repository
class UnmetDemand {

    private static final String UNMET = """
             from call where settled_at is null
               and outcome in ('no_coverage', 'nobody_answered', 'callback_failed', 'interrupted')
            """;

    private final DatabaseClient database;
    private final Clock clock;

    UnmetDemand(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Oldest first. */
    Flux<UnmetNeed> page(int limit, long offset) {
        return database.sql("select *" + UNMET + "order by dialled_at, id limit :limit offset :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map(UnmetDemand::need)
                .all();
    }

    Mono<Long> count() {
        return database.sql("select count(*)" + UNMET).mapValue(Long.class).one();
    }

    /** False if there is no such unmet need, or it was settled before. */
    Mono<Boolean> settle(CallId call, @Nullable String note) {
        return database.sql("update call set settled_at = :now, settled_note = :note where id in (select id" + UNMET
                        + ") and id = :id")
                .bind("now", clock.instant())
                .bind("note", nullable(note, String.class))
                .bind("id", call.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static UnmetNeed need(Readable row) {
        return new UnmetNeed(
                new CallId(row.get("id", UUID.class)),
                id(row, "line_id", LineId::new),
                id(row, "organisation_id", OrganisationId::new),
                Optional.ofNullable(row.get("language", String.class))
                        .map(Language::new)
                        .orElse(null),
                constant(Outcome.class, row.get("outcome", String.class)),
                Boolean.TRUE.equals(row.get("emergency", Boolean.class)),
                row.get("dialled_at", Instant.class),
                row.get("ended_at", Instant.class));
    }

    private static <T> @Nullable T id(Readable row, String column, Function<UUID, T> type) {
        return Optional.ofNullable(row.get(column, UUID.class)).map(type).orElse(null);
    }

    /** A call that ended without the interpreter it needed. */
    record UnmetNeed(
            CallId callId,
            @Nullable LineId lineId,
            @Nullable OrganisationId organisationId,
            @Nullable Language language,
            Outcome outcome,
            boolean emergency,
            Instant startedAt,
            Instant endedAt) {}
}
