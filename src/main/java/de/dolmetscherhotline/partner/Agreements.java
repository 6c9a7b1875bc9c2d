package de.dolmetscherhotline.partner;

import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.texts;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Opening;
import de.dolmetscherhotline.line.OpeningHours;
import de.dolmetscherhotline.line.StoredHours;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The agreements between districts: at most one for each helper of each helped. What came of them is counted. */
@Repository
public class Agreements {

    private static final String CONVERSATIONS_SINCE = """
            (select count(*) from call c join interpreter i on i.id = c.interpreter_id
             where c.district_id = a.district_id and i.district_id = a.partner_id and c.connected_at >= %s)
            """;

    private static final String TODAY =
            CONVERSATIONS_SINCE.formatted("date_trunc('day', :now::timestamptz, p.time_zone)");
    private static final String EVER = CONVERSATIONS_SINCE.formatted("'-infinity'");

    private static final String COLUMNS = """
            select a.*, %s as today, %s as total
            from agreement a join district p on p.id = a.partner_id
            """.formatted(TODAY, EVER);

    private final DatabaseClient database;
    private final StoredHours storedHours;
    private final Opening opening;
    private final Clock clock;

    Agreements(DatabaseClient database, StoredHours storedHours, Opening opening, Clock clock) {
        this.database = database;
        this.storedHours = storedHours;
        this.opening = opening;
        this.clock = clock;
    }

    /**
     * Whose pools may be asked at this moment for a caller of that district who needs that language, in their order. Two
     * calls that ask at once may both get the last place of a partner's day.
     */
    public Flux<DistrictId> helping(DistrictId helped, Language language) {
        return database.sql("""
                        select p.*, a.hours
                        from agreement a
                        join district p on p.id = a.partner_id
                        where a.district_id = :helped and a.active
                          and (a.languages = '{}' or :language = any (a.languages))
                          and (a.calls_per_day is null or a.calls_per_day > %s)
                        order by a.position, a.created_at, a.id
                        """.formatted(TODAY))
                .bind("helped", helped.value())
                .bind("language", language.tag())
                .bind("now", clock.instant())
                .map(this::helper)
                .all()
                .filter(helper -> opening.isWithin(helper.hours(), helper.district()))
                .map(helper -> helper.district().id());
    }

    Mono<Help> byId(UUID id) {
        return database.sql(COLUMNS + "where a.id = :id")
                .bind("id", id)
                .bind("now", clock.instant())
                .map(this::help)
                .one();
    }

    /** In the order in which partners are asked; of one helped district, or of all if it is null. */
    Flux<Help> page(@Nullable DistrictId helped, int limit, long offset) {
        return database.sql(COLUMNS + """
                        where :helped::uuid is null or a.district_id = :helped
                        order by a.district_id, a.position, a.created_at, a.id limit :limit offset :offset
                        """)
                .bind("helped", nullable(uuid(helped), UUID.class))
                .bind("now", clock.instant())
                .bind("limit", limit)
                .bind("offset", offset)
                .map(this::help)
                .all();
    }

    Mono<Long> count(@Nullable DistrictId helped) {
        return database.sql("select count(*) from agreement where :helped::uuid is null or district_id = :helped")
                .bind("helped", nullable(uuid(helped), UUID.class))
                .mapValue(Long.class)
                .one();
    }

    /** Adds it; fails with a DataIntegrityViolationException that names the violated constraint. */
    public Mono<Void> add(Agreement agreement) {
        return bound(database.sql("""
                                insert into agreement (id, district_id, partner_id, position, languages, hours,
                                                       calls_per_day, active)
                                values (:id, :helped, :partner, :position, :languages, :hours, :callsPerDay, :active)
                                """), agreement).then();
    }

    /** False if there is no such agreement. */
    Mono<Boolean> replace(Agreement agreement) {
        return bound(database.sql("""
                                update agreement
                                set district_id = :helped, partner_id = :partner, position = :position,
                                    languages = :languages, hours = :hours, calls_per_day = :callsPerDay,
                                    active = :active
                                where id = :id
                                """), agreement).fetch().rowsUpdated().map(rows -> rows > 0);
    }

    /** False if there was no such agreement. */
    Mono<Boolean> remove(UUID id) {
        return database.sql("delete from agreement where id = :id")
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private GenericExecuteSpec bound(GenericExecuteSpec statement, Agreement agreement) {
        return statement
                .bind("id", agreement.id())
                .bind("helped", agreement.districtId().value())
                .bind("partner", agreement.partnerId().value())
                .bind("position", agreement.position())
                .bind("languages", texts(agreement.languages()))
                .bind("hours", storedHours.bound(agreement.hours()))
                .bind("callsPerDay", nullable(agreement.callsPerDay(), Integer.class))
                .bind("active", agreement.active());
    }

    private static @Nullable UUID uuid(@Nullable DistrictId district) {
        return district == null ? null : district.value();
    }

    private record Helper(District district, @Nullable OpeningHours hours) {}

    private Helper helper(Readable row) {
        var district = new District(
                new DistrictId(row.get("id", UUID.class)),
                row.get("name", String.class),
                ZoneId.of(row.get("time_zone", String.class)),
                row.get("region", String.class));
        return new Helper(district, storedHours.read(row, "hours"));
    }

    private Help help(Readable row) {
        return new Help(agreement(row), row.get("today", Long.class), row.get("total", Long.class));
    }

    private Agreement agreement(Readable row) {
        return new Agreement(
                row.get("id", UUID.class),
                new DistrictId(row.get("district_id", UUID.class)),
                new DistrictId(row.get("partner_id", UUID.class)),
                row.get("position", Integer.class),
                Arrays.stream(row.get("languages", String[].class))
                        .map(Language::new)
                        .toList(),
                storedHours.read(row, "hours"),
                row.get("calls_per_day", Integer.class),
                row.get("active", Boolean.class));
    }
}
