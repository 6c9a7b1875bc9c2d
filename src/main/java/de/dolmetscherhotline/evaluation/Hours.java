package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.platform.SqlValues;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The hours of volunteers, for their allowance: conversations by telephone, and appointments on site; nothing about who called.
 * Only for as long as the calls are kept (ADR 28).
 */
@Repository
public class Hours {

    /** As on the volunteer's own page: from where both could hear each other until she left, each begun minute counts. */
    private static final String COUNTED = """
            with members as (
                select i.id, i.name, d.time_zone,
                       :from::timestamp at time zone d.time_zone as since, :end::timestamp at time zone d.time_zone as until
                from interpreter i join district d on d.id = i.district_id
                where i.district_id = :district and (:who::uuid is null or i.id = :who)),
            talked as (
                select m.id, (t.began_at at time zone m.time_zone)::date as day, t.minutes
                from members m
                join conversation t on t.interpreter_id = m.id and t.began_at >= m.since and t.began_at < m.until),
            met as (
                select m.id, (a.starts_at at time zone m.time_zone)::date as day,
                       ceil(extract(epoch from a.ends_at - a.starts_at) / 60) as minutes
                from members m
                join appointment a on a.interpreter_id = m.id and a.kind = 'on_site' and a.status = 'held'
                                  and a.starts_at >= m.since and a.starts_at < m.until),
            counted as (
                select %1$s, count(*) as sessions, sum(minutes) as minutes, 0 as appointments, 0 as on_site
                from talked group by %1$s
                union all
                select %1$s, 0, 0, count(*), sum(minutes) from met group by %1$s)
            select m.id, m.name, sum(c.sessions)::int as sessions, sum(c.minutes)::int as minutes,
                   sum(c.appointments)::int as appointments, sum(c.on_site)::int as on_site
            """;

    private static final String BY_PERSON = COUNTED.formatted("id") + """
            from counted c join members m using (id)
            group by m.id, m.name
            order by lower(m.name), m.id
            """;

    private static final String BY_DAY = COUNTED.formatted("id, day") + """
                   , c.day
            from counted c join members m using (id)
            group by m.id, m.name, c.day
            order by lower(m.name), m.id, c.day
            """;

    private final Districts districts;
    private final DatabaseClient database;

    Hours(Districts districts, DatabaseClient database) {
        this.districts = districts;
        this.database = database;
    }

    /**
     * A day on which somebody interpreted.
     *
     * @param sessions conversations by telephone
     * @param onSiteMinutes as long as the appointments were agreed to last
     */
    public record Day(LocalDate day, int sessions, int minutes, int appointments, int onSiteMinutes) {

        public Sum sum() {
            return new Sum(sessions, minutes, appointments, onSiteMinutes);
        }
    }

    /** What one member of a pool did, by day. */
    public record Statement(InterpreterId interpreter, String name, List<Day> days) {

        public Statement {
            days = List.copyOf(days);
        }

        public Sum sum() {
            return new Sum(
                    days.stream().mapToInt(Day::sessions).sum(),
                    days.stream().mapToInt(Day::minutes).sum(),
                    days.stream().mapToInt(Day::appointments).sum(),
                    days.stream().mapToInt(Day::onSiteMinutes).sum());
        }
    }

    /** Of several days. */
    public record Sum(int sessions, int minutes, int appointments, int onSiteMinutes) {

        public static final Sum NONE = new Sum(0, 0, 0, 0);

        public Sum plus(Sum other) {
            return new Sum(
                    sessions + other.sessions,
                    minutes + other.minutes,
                    appointments + other.appointments,
                    onSiteMinutes + other.onSiteMinutes);
        }

        public int allMinutes() {
            return minutes + onSiteMinutes;
        }
    }

    /**
     * Everybody in a pool who interpreted in the period, by name; empty if there is no such district.
     *
     * @param who only this one; null = all
     */
    public Mono<List<Statement>> statements(DistrictId district, @Nullable InterpreterId who, Period period) {
        return districts
                .byId(district)
                .flatMap(found -> of(found.id(), who, period).collectList());
    }

    /** What one member of a pool did in a whole period. */
    public record Total(InterpreterId interpreter, String name, Sum sum) {}

    /** The sums of everybody in a pool who interpreted in the period, by name: faster than all the days. */
    public Flux<Total> totals(DistrictId district, Period period) {
        return counted(BY_PERSON, district, null, period)
                .map(row -> new Total(
                        new InterpreterId(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("name", String.class)),
                        sum(row)))
                .all();
    }

    /** Who she is; empty if she is not in this pool. */
    public Mono<String> name(DistrictId district, InterpreterId who) {
        return database.sql("select name from interpreter where id = :id and district_id = :district")
                .bind("id", who.value())
                .bind("district", district.value())
                .mapValue(String.class)
                .one();
    }

    private Flux<Statement> of(DistrictId district, @Nullable InterpreterId who, Period period) {
        return counted(BY_DAY, district, who, period)
                .map(row -> new Line(
                        new InterpreterId(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("name", String.class)),
                        day(Objects.requireNonNull(row.get("day", LocalDate.class)), sum(row))))
                .all()
                .bufferUntilChanged(Line::interpreter)
                .map(Hours::statement);
    }

    private GenericExecuteSpec counted(String sql, DistrictId district, @Nullable InterpreterId who, Period period) {
        return database.sql(sql)
                .bind("district", district.value())
                .bind("who", SqlValues.nullable(who == null ? null : who.value(), UUID.class))
                .bind("from", period.from().atStartOfDay())
                .bind("end", period.end().atStartOfDay());
    }

    private static Sum sum(Readable row) {
        return new Sum(
                row.get("sessions", Integer.class),
                row.get("minutes", Integer.class),
                row.get("appointments", Integer.class),
                row.get("on_site", Integer.class));
    }

    private static Day day(LocalDate day, Sum sum) {
        return new Day(day, sum.sessions(), sum.minutes(), sum.appointments(), sum.onSiteMinutes());
    }

    private record Line(InterpreterId interpreter, String name, Day day) {}

    private static Statement statement(List<Line> lines) {
        var first = lines.getFirst();
        return new Statement(
                first.interpreter(), first.name(), lines.stream().map(Line::day).toList());
    }
}
