package de.dolmetscherhotline.appointment;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.call.NeedsElsewhere;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Appointments that nobody has taken, or nobody took, until a coordinator has dealt with them. */
@Repository
public class UnmetAppointments implements NeedsElsewhere {

    private static final String NOBODY = "status in ('open', 'unfilled') ";

    private static final String UNMET = NOBODY + "and district_id = :district ";

    private static final String FILTERED = UNMET + """
            and (settled_at is not null) = :settled and (:language::text is null or language::text = :language)
            """;

    private static final String BY_LANGUAGE =
            "select language::text as language, count(*) as times from appointment where ";

    private final DatabaseClient database;
    private final Clock clock;

    UnmetAppointments(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An appointment without anybody.
     *
     * @param ahead whether somebody may still take it
     * @param settledAt when a coordinator had dealt with it; null if nobody has
     * @param note what was done
     * @param settledBy name of that coordinator; null if it is not known
     */
    public record UnmetAppointment(
            AppointmentId id,
            OrganisationId organisation,
            Language language,
            boolean ahead,
            Instant startsAt,
            Instant createdAt,
            @Nullable Instant settledAt,
            @Nullable String note,
            @Nullable String settledBy) {}

    /**
     * Which of them.
     *
     * @param settled whether a coordinator has dealt with them
     * @param language null for all
     */
    public record Filter(
            DistrictId district, boolean settled, @Nullable Language language) {}

    /** Those that were asked for first, or those that were dealt with last. */
    public Flux<UnmetAppointment> page(Filter filter, int limit) {
        return filtered(
                        "select * from appointment where " + FILTERED
                                + "order by settled_at desc, created_at, id limit :limit",
                        filter)
                .bind("limit", limit)
                .map(UnmetAppointments::unmet)
                .all();
    }

    public Mono<Long> count(Filter filter) {
        return filtered("select count(*) from appointment where " + FILTERED, filter)
                .mapValue(Long.class)
                .one();
    }

    /** How many in each language. */
    public Mono<Map<Language, Long>> byLanguage(Filter filter) {
        return counted(filtered(BY_LANGUAGE + FILTERED + "group by 1", filter));
    }

    /** How many appointments in each language, asked for since then, nobody took; dealt with or not. */
    public Mono<Map<Language, Long>> byLanguage(DistrictId district, Instant since) {
        return counted(database.sql(BY_LANGUAGE + UNMET + "and created_at >= :since group by 1")
                .bind("district", district.value())
                .bind("since", since));
    }

    private static Mono<Map<Language, Long>> counted(GenericExecuteSpec query) {
        return query.map(
                        row -> Map.entry(new Language(row.get("language", String.class)), row.get("times", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The calls of those that took place by telephone and to which nobody came: their need is the appointment's. */
    @Override
    public Flux<CallId> calls(@Nullable DistrictId district) {
        return database.sql("select call_id from appointment where call_id is not null and " + NOBODY
                        + "and (:district::uuid is null or district_id = :district)")
                .bind("district", nullable(district == null ? null : district.value(), UUID.class))
                .mapValue(UUID.class)
                .all()
                .map(CallId::new);
    }

    private GenericExecuteSpec filtered(String sql, Filter filter) {
        var language = filter.language();
        return database.sql(sql)
                .bind("district", filter.district().value())
                .bind("settled", filter.settled())
                .bind("language", nullable(language == null ? null : language.tag(), String.class));
    }

    /**
     * False if there is no such appointment, or it was settled before. The note is forgotten where what people wrote has been
     * erased already.
     *
     * @param by name of whoever has dealt with it
     */
    public Mono<Boolean> settle(DistrictId district, AppointmentId id, @Nullable String note, String by) {
        return database.sql(
                        "update appointment set settled_at = :now, settled_note = case when erased_at is null then :note::text end,"
                                + " settled_by = :by where id = :id and " + UNMET + "and settled_at is null")
                .bind("now", clock.instant())
                .bind("note", nullable(note, String.class))
                .bind("by", by)
                .bind("id", id.value())
                .bind("district", district.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Puts it on the list again; false if there is no such appointment that was settled. */
    public Mono<Boolean> reopen(DistrictId district, AppointmentId id) {
        return database.sql("update appointment set settled_at = null, settled_note = null, settled_by = null"
                        + " where id = :id and " + UNMET + "and settled_at is not null")
                .bind("id", id.value())
                .bind("district", district.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Whether somebody has dealt with it, and it has not become unmet anew. */
    public Mono<Boolean> isSettled(DistrictId district, AppointmentId id) {
        return database.sql("""
                        select exists (select from appointment
                                       where id = :id and district_id = :district and settled_at is not null)
                        """)
                .bind("id", id.value())
                .bind("district", district.value())
                .mapValue(Boolean.class)
                .one();
    }

    private static UnmetAppointment unmet(Readable row) {
        return new UnmetAppointment(
                new AppointmentId(row.get("id", UUID.class)),
                new OrganisationId(row.get("organisation_id", UUID.class)),
                new Language(row.get("language", String.class)),
                row.get("status", String.class).equals("open"),
                row.get("starts_at", Instant.class),
                row.get("created_at", Instant.class),
                row.get("settled_at", Instant.class),
                row.get("settled_note", String.class),
                row.get("settled_by", String.class));
    }
}
