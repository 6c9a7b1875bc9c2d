package de.dolmetscherhotline.appointment;

import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.words;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Appointments to look at, with who interprets. */
@Repository
public class AppointmentList {

    private static final String FROM = """
            select a.*, i.name as interpreter_name, i.gender as interpreter_gender
            from appointment a left join interpreter i on i.id = a.interpreter_id
            """;

    private static final String MATCHES = """
            where (:district::uuid is null or a.district_id = :district)
              and (:organisation::uuid is null or a.organisation_id = :organisation)
              and (:interpreter::uuid is null or a.interpreter_id = :interpreter)
              and (:series::uuid is null or a.series_id = :series)
              and (:language::text is null or a.language::text = :language)
              and (cardinality(:statuses::text[]) = 0 or a.status = any(:statuses))
              and (:from::timestamptz is null or a.ends_at > :from)
              and (:to::timestamptz is null or a.starts_at < :to)
              and (not :doubted or (a.status = 'confirmed' and a.doubted_at is not null))
            """;

    private final DatabaseClient database;

    AppointmentList(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Which ones; null or nothing = all.
     *
     * @param from only those that end after it
     * @param to only those that start before it
     * @param doubted only those whose interpreter is recorded as away
     */
    public record Filter(
            @Nullable UUID district,
            @Nullable OrganisationId organisation,
            @Nullable InterpreterId interpreter,
            @Nullable UUID series,
            @Nullable Language language,
            Set<AppointmentStatus> statuses,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean doubted) {

        public Filter {
            statuses = Set.copyOf(statuses);
        }

        /** Those of one organisation. */
        public static Filter of(
                OrganisationId organisation,
                Set<AppointmentStatus> statuses,
                @Nullable Instant from,
                @Nullable Instant to) {
            return new Filter(null, organisation, null, null, null, statuses, from, to, false);
        }

        /** Those of a series. */
        public static Filter ofSeries(OrganisationId organisation, UUID series) {
            return new Filter(null, organisation, null, series, null, Set.of(), null, null, false);
        }
    }

    /** In which order. */
    public enum Order {
        LATEST_FIRST,
        EARLIEST_FIRST
    }

    /**
     * An appointment and who interprets.
     *
     * @param interpreterName null if nobody has it
     * @param interpreterGender null if nobody has it, or none is stated
     */
    public record Listed(
            Appointment appointment,
            @Nullable String interpreterName,
            @Nullable Gender interpreterGender) {

        /** As much of the name as an organisation may see; null if nobody has it. */
        public @Nullable String interpreterFirstName() {
            return interpreterName == null ? null : interpreterName.strip().split(" ", 2)[0];
        }

        /** Without the name. */
        @Override
        public String toString() {
            return "Listed[" + appointment + "]";
        }
    }

    public Mono<Listed> byId(AppointmentId id) {
        return database.sql(FROM + "where a.id = :id")
                .bind("id", id.value())
                .map(AppointmentList::listed)
                .one();
    }

    public Flux<Listed> page(Filter filter, Order order, int limit, long offset) {
        return matching(
                        FROM
                                + MATCHES
                                + switch (order) {
                                    case LATEST_FIRST -> "order by a.starts_at desc, a.id limit :limit offset :offset";
                                    case EARLIEST_FIRST -> "order by a.starts_at, a.id limit :limit offset :offset";
                                },
                        filter)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(AppointmentList::listed)
                .all();
    }

    public Mono<Long> count(Filter filter) {
        return matching("select count(*) from appointment a " + MATCHES, filter)
                .mapValue(Long.class)
                .one();
    }

    private GenericExecuteSpec matching(String sql, Filter filter) {
        var organisation = filter.organisation();
        var interpreter = filter.interpreter();
        var language = filter.language();
        return database.sql(sql)
                .bind("district", nullable(filter.district(), UUID.class))
                .bind("organisation", nullable(organisation == null ? null : organisation.value(), UUID.class))
                .bind("interpreter", nullable(interpreter == null ? null : interpreter.value(), UUID.class))
                .bind("series", nullable(filter.series(), UUID.class))
                .bind("language", nullable(language == null ? null : language.tag(), String.class))
                .bind("statuses", words(filter.statuses()))
                .bind("from", nullable(filter.from(), Instant.class))
                .bind("to", nullable(filter.to(), Instant.class))
                .bind("doubted", filter.doubted());
    }

    private static Listed listed(Readable row) {
        return new Listed(
                AppointmentRows.appointment(row),
                row.get("interpreter_name", String.class),
                AppointmentRows.nullableConstant(Gender.class, row, "interpreter_gender"));
    }
}
