package de.dolmetscherhotline.call.api;

import static de.dolmetscherhotline.platform.SqlValues.constant;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Origin;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What goes on now. */
@Repository
class OpenCalls {

    private static final String OPEN = " from call c where c.state_name not in ('Farewell', 'Ended') ";

    private final DatabaseClient database;

    OpenCalls(DatabaseClient database) {
        this.database = database;
    }

    /** Emergencies first, then in the order of the queue. */
    Flux<OpenCall> page(int limit, long offset) {
        return database.sql(
                        "select c.*, (select count(*) from offer o where o.call_id = c.id and o.fate is null) as ringing"
                                + OPEN
                                + "order by c.emergency desc, coalesce(c.queued_since, c.dialled_at), c.id"
                                + " limit :limit offset :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map(OpenCalls::call)
                .all();
    }

    Mono<Long> count() {
        return database.sql("select count(*)" + OPEN).mapValue(Long.class).one();
    }

    private static OpenCall call(Readable row) {
        return new OpenCall(
                new CallId(row.get("id", UUID.class)),
                id(row, "line_id", LineId::new),
                id(row, "organisation_id", OrganisationId::new),
                row.get("state_name", String.class),
                Optional.ofNullable(row.get("language", String.class))
                        .map(Language::new)
                        .orElse(null),
                Boolean.TRUE.equals(row.get("emergency", Boolean.class)),
                constant(Origin.class, row.get("origin", String.class)),
                row.get("dialled_at", Instant.class),
                row.get("queued_since", Instant.class),
                row.get("ringing", Long.class).intValue());
    }

    private static <T> @Nullable T id(Readable row, String column, Function<UUID, T> type) {
        return Optional.ofNullable(row.get(column, UUID.class)).map(type).orElse(null);
    }
}
