package de.dolmetscherhotline.appointment;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

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
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Appointments that nobody has taken, or nobody took, until a coordinator has dealt with them. */
@Repository
public class UnmetAppointments {

    private static final String UNMET = "status in ('open', 'unfilled') and district_id = :district ";

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
     */
    public record UnmetAppointment(
            AppointmentId id,
            OrganisationId organisation,
            Language language,
            boolean ahead,
            Instant startsAt,
            Instant createdAt,
            @Nullable Instant settledAt,
            @Nullable String note) {}

    /** Those that nobody has dealt with, in the order in which they begin. */
    public Flux<UnmetAppointment> open(DistrictId district, int limit) {
        return list(district, "and settled_at is null order by starts_at, id limit :limit", limit);
    }

    public Mono<Long> count(DistrictId district) {
        return database.sql("select count(*) from appointment where " + UNMET + "and settled_at is null")
                .bind("district", district.value())
                .mapValue(Long.class)
                .one();
    }

    /** Those that a coordinator has dealt with, the latest first. */
    public Flux<UnmetAppointment> settled(DistrictId district, int limit) {
        return list(district, "and settled_at is not null order by settled_at desc, id limit :limit", limit);
    }

    private Flux<UnmetAppointment> list(DistrictId district, String which, int limit) {
        return database.sql("select * from appointment where " + UNMET + which)
                .bind("district", district.value())
                .bind("limit", limit)
                .map(UnmetAppointments::unmet)
                .all();
    }

    /**
     * False if there is no such appointment, or it was settled before. The note is forgotten where what people wrote has been
     * erased already.
     */
    public Mono<Boolean> settle(DistrictId district, AppointmentId id, @Nullable String note) {
        return database.sql(
                        "update appointment set settled_at = :now, settled_note = case when erased_at is null then :note::text end"
                                + " where id = :id and " + UNMET + "and settled_at is null")
                .bind("now", clock.instant())
                .bind("note", nullable(note, String.class))
                .bind("id", id.value())
                .bind("district", district.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** How many appointments in each language, asked for since then, nobody took; dealt with or not. */
    public Mono<Map<Language, Long>> byLanguage(DistrictId district, Instant since) {
        return database.sql("select language::text as language, count(*) as times from appointment where " + UNMET
                        + "and created_at >= :since group by 1")
                .bind("district", district.value())
                .bind("since", since)
                .map(row -> Map.entry(new Language(row.get("language", String.class)), row.get("times", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
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
                row.get("settled_note", String.class));
    }
}
