package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.platform.SqlValues;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The sums of a period, put together from its whole months and the days beside them. */
@Repository
class Sums {

    private static final String TOTAL = "total";
    private static final String LANGUAGE_HOUR = "language_hour";

    /** The sums of the parts of a period; one below the other, so that each part is found by the index. */
    private static final String OF_ITS_CALLS = "district_id = :district";

    /** Of the pool of the district, whosever calls they took, and of people who were erased, as far as its own calls tell of them. */
    private static final String OF_ITS_POOL = """
            (interpreter_id in (select id from interpreter where district_id = :district)
             or district_id = :district and not exists (select from interpreter i where i.id = interpreter_id))""";

    private static String inPeriod(String table) {
        return inPeriod(table, OF_ITS_CALLS);
    }

    private static String inPeriod(String table, String whose) {
        return """
                from (select * from %1$s where %2$s and grain = 'day' and starts >= :days and starts < :months
                      union all
                      select * from %1$s where %2$s and grain = 'month' and starts >= :months and starts < :rest
                      union all
                      select * from %1$s where %2$s and grain = 'day' and starts >= :rest and starts < :end) s
                """.formatted(table, whose);
    }

    private static final String MEASURES = """
            sum(attempts)::bigint as attempts, sum(calls)::bigint as calls, sum(emergencies)::bigint as emergencies,
            sum(sessions)::bigint as sessions, sum(talk_ms)::bigint as talk_ms, sum(abandoned)::bigint as abandoned,
            sum(wanted)::bigint as wanted, sum(uncovered)::bigint as uncovered, sum(connected)::bigint as connected,
            sum(within_30)::bigint as within_30, sum(within_60)::bigint as within_60, sum(within_120)::bigint as within_120,
            sum(stars_1)::bigint as stars_1, sum(stars_2)::bigint as stars_2, sum(stars_3)::bigint as stars_3,
            sum(stars_4)::bigint as stars_4, sum(stars_5)::bigint as stars_5
            """;

    private final DatabaseClient database;

    Sums(DatabaseClient database) {
        this.database = database;
    }

    /** All calls of the period. */
    Mono<Measures> total(DistrictId district, Period period) {
        return measures(district, period, TOTAL, "''").next().map(Valued::of).defaultIfEmpty(Measures.NONE);
    }

    /** For each value of which there is something to count. */
    Mono<Map<String, Measures>> by(DistrictId district, Period period, Breakdown breakdown) {
        var found = switch (breakdown) {
            case OUTCOME, LANGUAGE, ORGANISATION_KIND, MUNICIPALITY ->
                measures(district, period, SqlValues.word(breakdown), "value");
            case WEEKDAY -> measures(district, period, LANGUAGE_HOUR, "split_part(value, '/', 2)");
            case HOUR -> measures(district, period, LANGUAGE_HOUR, "split_part(value, '/', 3)");
        };
        return found.collectMap(Valued::value, Valued::of);
    }

    /** The demand for each language in each hour of the week. */
    Flux<Valued<Measures>> hoursOfTheWeek(DistrictId district, Period period) {
        return measures(district, period, LANGUAGE_HOUR, "value");
    }

    private Flux<Valued<Measures>> measures(DistrictId district, Period period, String breakdown, String value) {
        var sql = "select " + value + " as value, " + MEASURES + inPeriod("evaluation_cell")
                + "where breakdown = :breakdown group by 1 having sum(calls) > 0 or sum(attempts) > 0";
        return in(district, period, sql)
                .bind("breakdown", breakdown)
                .map(row -> new Valued<>(row.get("value", String.class), measures(row)))
                .all();
    }

    /**
     * How long was waited for the sessions of the period.
     *
     * @param onLine whether by callers who held the line, or by those who were rung back
     */
    Mono<Waits> waits(DistrictId district, Period period, boolean onLine) {
        return waits(district, period, TOTAL, onLine).next().map(Valued::of).defaultIfEmpty(Waits.NONE);
    }

    /** The same for each value for which there were sessions, of callers who held the line. */
    Mono<Map<String, Waits>> waitsBy(DistrictId district, Period period, Breakdown breakdown) {
        return breakdown.hasWaits()
                ? waits(district, period, SqlValues.word(breakdown), true).collectMap(Valued::value, Valued::of)
                : Mono.just(Map.of());
    }

    /** By nearest rank: the shortest time that at least such a part of the sessions did not exceed. */
    private Flux<Valued<Waits>> waits(DistrictId district, Period period, String breakdown, boolean onLine) {
        var sql = """
                select value, total::bigint as sessions,
                       min(seconds) filter (where up_to >= ceil(total * 0.5)) as median,
                       min(seconds) filter (where up_to >= ceil(total * 0.8)) as most,
                       min(seconds) filter (where up_to >= ceil(total * 0.95)) as nearly_all
                from (select value, seconds, sum(sum(sessions)) over (partition by value order by seconds) as up_to,
                             sum(sum(sessions)) over (partition by value) as total
                      %s where breakdown = :breakdown and on_line = :onLine group by value, seconds) w
                where total > 0
                group by value, total""".formatted(inPeriod("evaluation_wait"));
        return in(district, period, sql)
                .bind("breakdown", breakdown)
                .bind("onLine", onLine)
                .map(row -> new Valued<>(
                        row.get("value", String.class),
                        new Waits(
                                row.get("sessions", Long.class),
                                row.get("median", Integer.class),
                                row.get("most", Integer.class),
                                row.get("nearly_all", Integer.class))))
                .all();
    }

    /** How many requests to interpreters had which fate. */
    Mono<Map<String, Long>> offers(DistrictId district, Period period) {
        var sql = "select fate, sum(offers)::bigint as offers " + inPeriod("evaluation_offer")
                + "group by fate having sum(offers) > 0";
        return in(district, period, sql)
                .map(row -> new Valued<>(row.get("fate", String.class), row.get("offers", Long.class)))
                .all()
                .collectMap(Valued::value, Valued::of);
    }

    /**
     * What each interpreter did in the calls of the district, most sessions first; {@link Load#NOBODY} for all who had been erased
     * before they were counted.
     */
    Flux<Load> loads(DistrictId district, Period period) {
        return loads(district, period, OF_ITS_CALLS);
    }

    /** The same of the pool of the district, in the calls of all districts; without those who helped from other pools. */
    Flux<Load> loadsOfPool(DistrictId district, Period period) {
        return loads(district, period, OF_ITS_POOL);
    }

    private Flux<Load> loads(DistrictId district, Period period, String whose) {
        var sql = """
                with talked as (
                    select interpreter_id, sum(sessions)::bigint as sessions, sum(talk_ms)::bigint as talk_ms
                    %s group by interpreter_id),
                asked as (
                    select interpreter_id, sum(offers)::bigint as asked,
                           coalesce(sum(offers) filter (where fate = 'accepted'), 0)::bigint as accepted
                    %s group by interpreter_id)
                select interpreter_id, coalesce(sessions, 0) as sessions, coalesce(talk_ms, 0) as talk_ms,
                       coalesce(asked, 0) as asked, coalesce(accepted, 0) as accepted
                from talked full join asked using (interpreter_id)
                where sessions > 0 or asked > 0
                order by sessions desc, asked desc, interpreter_id
                """.formatted(inPeriod("evaluation_load", whose), inPeriod("evaluation_offer", whose));
        return in(district, period, sql)
                .map(row -> new Load(
                        row.get("interpreter_id", UUID.class),
                        row.get("sessions", Long.class),
                        row.get("talk_ms", Long.class),
                        row.get("asked", Long.class),
                        row.get("accepted", Long.class)))
                .all();
    }

    private GenericExecuteSpec in(DistrictId district, Period period, String sql) {
        var parts = period.parts();
        return database.sql(sql)
                .bind("district", district.value())
                .bind("days", parts.days())
                .bind("months", parts.months())
                .bind("rest", parts.rest())
                .bind("end", parts.end());
    }

    private static Measures measures(Readable row) {
        return new Measures(
                row.get("attempts", Long.class),
                row.get("calls", Long.class),
                row.get("emergencies", Long.class),
                row.get("sessions", Long.class),
                row.get("talk_ms", Long.class),
                row.get("abandoned", Long.class),
                row.get("wanted", Long.class),
                row.get("uncovered", Long.class),
                row.get("connected", Long.class),
                row.get("within_30", Long.class),
                row.get("within_60", Long.class),
                row.get("within_120", Long.class),
                stars(row));
    }

    private static List<Long> stars(Readable row) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(stars -> row.get("stars_" + stars, Long.class))
                .toList();
    }

    /** Something that belongs to one value of a breakdown. */
    record Valued<T>(String value, T of) {}
}
