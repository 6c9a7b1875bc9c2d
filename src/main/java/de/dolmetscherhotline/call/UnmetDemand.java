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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Calls that ended without the interpreter they needed, until a coordinator has dealt with them. Whoever hung up needed one if
 * she had waited long enough.
 */
@Repository
public class UnmetDemand {

    /** The first line as the index of those that are open has it. */
    private static final String OUTCOMES = """
            outcome in ('no_coverage', 'nobody_answered', 'callback_failed', 'interrupted', 'abandoned_waiting')
            and (outcome <> 'abandoned_waiting'
                 or connected_at is null
                    and ended_at >= coalesce(language_chosen_at, dialled_at) + make_interval(secs => :unmetAfter::int))
            """;

    private static final String UNMET = OUTCOMES + """
            and (:district::uuid is null or district_id = :district)
            and id <> all(:except)
            """;

    /** Not by a parameter: there is an index of each. */
    private static final String OPEN = UNMET + "and settled_at is null ";

    private static final String SETTLED = UNMET + "and settled_at is not null ";

    private static final String BY_LANGUAGE = "select language::text as language, count(*) as times from call where ";
    private static final String AND_KNOWN = "and language is not null group by 1";

    private final DatabaseClient database;
    private final Clock clock;
    private final Duration unmetAfter;

    /** @param unmetAfter for how long somebody who hung up must have waited, from the choice of the language on */
    UnmetDemand(DatabaseClient database, Clock clock, @Value("${hotline.call.unmet-after:60s}") Duration unmetAfter) {
        this.database = database;
        this.clock = clock;
        this.unmetAfter = unmetAfter;
    }

    /**
     * Which of these calls.
     *
     * @param district null for those of all
     * @param settled whether a coordinator has dealt with them
     * @param language null for all
     * @param except those whose need is kept somewhere else already
     */
    public record Filter(
            @Nullable DistrictId district,
            boolean settled,
            @Nullable Language language,
            List<CallId> except) {

        public Filter {
            except = List.copyOf(except);
        }

        /** Those of all districts that nobody has dealt with. */
        public static Filter open(List<CallId> except) {
            return new Filter(null, false, null, except);
        }
    }

    /** The oldest first, or those that were dealt with last. */
    public Flux<UnmetNeed> page(Filter filter, int limit, long offset) {
        return filtered(
                        "select * from call where ",
                        filter,
                        "order by settled_at desc, dialled_at, id limit :limit offset :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map(UnmetDemand::need)
                .all();
    }

    public Mono<Long> count(Filter filter) {
        return filtered("select count(*) from call where ", filter, "")
                .mapValue(Long.class)
                .one();
    }

    /** How many in each language; those without one are not among them. */
    public Mono<Map<Language, Long>> byLanguage(Filter filter) {
        return counted(filtered(BY_LANGUAGE, filter, AND_KNOWN));
    }

    /**
     * How often each language was needed since then and nobody interpreted it, dealt with or not.
     *
     * @param except those whose need is counted somewhere else already
     */
    public Mono<Map<Language, Long>> byLanguage(DistrictId district, Instant since, List<CallId> except) {
        return counted(unmet(BY_LANGUAGE + UNMET + "and dialled_at >= :since " + AND_KNOWN, district, except)
                .bind("since", since));
    }

    private static Mono<Map<Language, Long>> counted(GenericExecuteSpec query) {
        return query.map(
                        row -> Map.entry(new Language(row.get("language", String.class)), row.get("times", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private GenericExecuteSpec filtered(String select, Filter filter, String rest) {
        var language = filter.language();
        var which = filter.settled() ? SETTLED : OPEN;
        var inLanguage = "and (:language::text is null or language::text = :language) ";
        return unmet(select + which + inLanguage + rest, filter.district(), filter.except())
                .bind("language", nullable(language == null ? null : language.tag(), String.class));
    }

    private GenericExecuteSpec unmet(String sql, @Nullable DistrictId district, List<CallId> except) {
        return database.sql(sql)
                .bind("unmetAfter", unmetAfter.toSeconds())
                .bind("district", nullable(district == null ? null : district.value(), UUID.class))
                .bind("except", except.stream().map(CallId::value).toArray(UUID[]::new));
    }

    /**
     * False if there is no such unmet need, or it was settled before.
     *
     * @param district whose need it must be; null if it does not matter
     * @param by name of whoever has dealt with it; null if that is not known
     */
    public Mono<Boolean> settle(
            @Nullable DistrictId district, CallId call, @Nullable String note, @Nullable String by) {
        return database.sql(
                        "update call set settled_at = :now, settled_note = :note, settled_by = :by where id = :id and settled_at is null"
                                + " and (:district::uuid is null or district_id = :district) and " + OUTCOMES)
                .bind("unmetAfter", unmetAfter.toSeconds())
                .bind("now", clock.instant())
                .bind("note", nullable(note, String.class))
                .bind("by", nullable(by, String.class))
                .bind("id", call.value())
                .bind("district", nullable(district == null ? null : district.value(), UUID.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Puts it on the list again; false if there is no such need of this district that was settled. */
    public Mono<Boolean> reopen(DistrictId district, CallId call) {
        return database.sql("""
                        update call set settled_at = null, settled_note = null, settled_by = null
                        where id = :id and district_id = :district and settled_at is not null""")
                .bind("id", call.value())
                .bind("district", district.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Whether somebody in this district has dealt with it. */
    public Mono<Boolean> isSettled(DistrictId district, CallId call) {
        return database.sql("""
                        select exists (select from call where id = :id and district_id = :district and settled_at is not null)
                        """)
                .bind("id", call.value())
                .bind("district", district.value())
                .mapValue(Boolean.class)
                .one();
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
                row.get("settled_note", String.class),
                row.get("settled_by", String.class));
    }

    private static <T> @Nullable T id(Readable row, String column, Function<UUID, T> type) {
        return Optional.ofNullable(row.get(column, UUID.class)).map(type).orElse(null);
    }

    /**
     * A call that ended without the interpreter it needed.
     *
     * @param settledAt when a coordinator had dealt with it; null if nobody has
     * @param note what was done
     * @param settledBy name of that coordinator; null if it is not known
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
            @Nullable String note,
            @Nullable String settledBy) {}
}
