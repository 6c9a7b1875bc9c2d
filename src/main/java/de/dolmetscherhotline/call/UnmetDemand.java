package de.dolmetscherhotline.call;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Origin;
import de.dolmetscherhotline.kernel.Outcome;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls that ended without the interpreter they needed, until a coordinator has dealt with them. */
@Repository
public class UnmetDemand {

    private static final String OUTCOMES =
            "outcome in ('no_coverage', 'nobody_answered', 'callback_failed', 'interrupted')";

    private static final String OPEN = " from call where settled_at is null and " + OUTCOMES
            + " and (:district::uuid is null or district_id = :district) ";

    private static final String SETTLED =
            " from call where settled_at is not null and district_id = :district and " + OUTCOMES;

    private final DatabaseClient database;
    private final Clock clock;

    UnmetDemand(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Oldest first; of one district, or of all if it is null. */
    public Flux<UnmetNeed> page(@Nullable DistrictId district, int limit, long offset) {
        return of(district, "select *" + OPEN + "order by dialled_at, id limit :limit offset :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map(UnmetDemand::need)
                .all();
    }

    public Mono<Long> count(@Nullable DistrictId district) {
        return of(district, "select count(*)" + OPEN).mapValue(Long.class).one();
    }

    /** Those that a coordinator has dealt with, the latest first. */
    public Flux<UnmetNeed> settled(DistrictId district, int limit) {
        return of(district, "select *" + SETTLED + " order by settled_at desc, id limit :limit")
                .bind("limit", limit)
                .map(UnmetDemand::need)
                .all();
    }

    /**
     * False if there is no such unmet need, or it was settled before.
     *
     * @param district whose need it must be; null if it does not matter
     */
    public Mono<Boolean> settle(@Nullable DistrictId district, CallId call, @Nullable String note) {
        return of(
                        district,
                        "update call set settled_at = :now, settled_note = :note where id in (select id" + OPEN
                                + ") and id = :id")
                .bind("now", clock.instant())
                .bind("note", nullable(note, String.class))
                .bind("id", call.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** How often each language was needed since then and nobody interpreted it, dealt with or not. */
    public Mono<Map<Language, Long>> byLanguage(DistrictId district, Instant since) {
        return of(
                        district,
                        "select language::text as language, count(*) as times from call where " + OUTCOMES
                                + " and language is not null and district_id = :district and dialled_at >= :since group by 1")
                .bind("since", since)
                .map(row -> Map.entry(new Language(row.get("language", String.class)), row.get("times", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private GenericExecuteSpec of(@Nullable DistrictId district, String sql) {
        return database.sql(sql).bind("district", nullable(district == null ? null : district.value(), UUID.class));
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
                constant(Origin.class, row.get("origin", String.class)),
                row.get("dialled_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("settled_at", Instant.class),
                row.get("settled_note", String.class));
    }

    private static <T> @Nullable T id(Readable row, String column, Function<UUID, T> type) {
        return Optional.ofNullable(row.get(column, UUID.class)).map(type).orElse(null);
    }

    /**
     * A call that ended without the interpreter it needed.
     *
     * @param settledAt when a coordinator had dealt with it; null if nobody has
     * @param note what was done
     */
    public record UnmetNeed(
            CallId callId,
            @Nullable LineId lineId,
            @Nullable OrganisationId organisationId,
            @Nullable Language language,
            Outcome outcome,
            boolean emergency,
            Origin origin,
            Instant startedAt,
            Instant endedAt,
            @Nullable Instant settledAt,
            @Nullable String note) {}
}
