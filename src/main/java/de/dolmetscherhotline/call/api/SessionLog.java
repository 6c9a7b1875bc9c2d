package de.dolmetscherhotline.call.api;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Origin;
import de.dolmetscherhotline.kernel.Outcome;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of every call for evaluation: who asked for what, who was asked, what came of it, and when. */
@Repository
class SessionLog {

    private static final String COLUMNS = """
            select c.*,
                   (select count(*) from guest g where g.call_id = c.id and g.joined_at is not null) as guests,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'interpreterId', o.interpreter_id, 'wave', o.wave, 'offeredAt', o.offered_at,
                               'dialledAt', o.dialled_at, 'placedAt', o.placed_at, 'answeredAt', o.answered_at,
                               'decidedAt', o.decided_at, 'closedAt', o.closed_at, 'fate', o.fate)
                               order by o.offered_at, o.id), '[]'::jsonb)
                    from offer o where o.call_id = c.id) as offers,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'wave', m.wave, 'decidedAt', m.decided_at, 'decision', m.decision)
                               order by m.wave), '[]'::jsonb)
                    from matching_log m where m.call_id = c.id) as matching
            from call c
            """;

    private static final String IN_PERIOD = """
            where (:from::timestamptz is null or c.dialled_at >= :from)
              and (:to::timestamptz is null or c.dialled_at < :to)
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SessionLog(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Newest first; only calls that came in at or after {@code from} and before {@code to}, where those are given. */
    Flux<Session> page(@Nullable Instant from, @Nullable Instant to, int limit, long offset) {
        return database.sql(COLUMNS + IN_PERIOD + "order by c.dialled_at desc, c.id limit :limit offset :offset")
                .bind("from", nullable(from, Instant.class))
                .bind("to", nullable(to, Instant.class))
                .bind("limit", limit)
                .bind("offset", offset)
                .map(this::session)
                .all();
    }

    Mono<Long> count(@Nullable Instant from, @Nullable Instant to) {
        return database.sql("select count(*) from call c " + IN_PERIOD)
                .bind("from", nullable(from, Instant.class))
                .bind("to", nullable(to, Instant.class))
                .mapValue(Long.class)
                .one();
    }

    Mono<Session> byId(CallId id) {
        return database.sql(COLUMNS + "where c.id = :id")
                .bind("id", id.value())
                .map(this::session)
                .one();
    }

    private Session session(Readable row) {
        var chosen = row.get("language_chosen_at", Instant.class);
        var connected = row.get("connected_at", Instant.class);
        return new Session(
                new CallId(row.get("id", UUID.class)),
                id(row, "line_id", LineId::new),
                id(row, "organisation_id", OrganisationId::new),
                text(row, "language", Language::new),
                constant(Origin.class, row.get("origin", String.class)),
                text(row, "outcome", outcome -> constant(Outcome.class, outcome)),
                Boolean.TRUE.equals(row.get("emergency", Boolean.class)),
                row.get("dialled_at", Instant.class),
                row.get("answered_at", Instant.class),
                chosen,
                row.get("first_ring_at", Instant.class),
                row.get("accepted_at", Instant.class),
                connected,
                row.get("ended_at", Instant.class),
                seconds(chosen, connected),
                connected == null ? null : id(row, "interpreter_id", InterpreterId::new),
                row.get("rating", Integer.class),
                row.get("guests", Long.class).intValue(),
                List.of(json.readValue(row.get("offers", String.class), Session.Offer[].class)),
                List.of(json.readValue(row.get("matching", String.class), Session.Match[].class)));
    }

    private static <T> @Nullable T id(Readable row, String column, Function<UUID, T> type) {
        var value = row.get(column, UUID.class);
        return value == null ? null : type.apply(value);
    }

    private static <T> @Nullable T text(Readable row, String column, Function<String, T> type) {
        var value = row.get(column, String.class);
        return value == null ? null : type.apply(value);
    }

    private static @Nullable Double seconds(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toMillis() / 1000.0;
    }
}
