package de.dolmetscherhotline.availability;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.availability.Entry.Booked;
import de.dolmetscherhotline.availability.Entry.Said;
import de.dolmetscherhotline.kernel.InterpreterId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of words, absences and shifts. Each change is a single statement; lock the interpreter first. */
@Repository
class Entries {

    private final DatabaseClient database;
    private final Clock clock;

    Entries(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Row(
            InterpreterId who, ZoneId zone, @Nullable Entry entry) {}

    /** The availability of each of these who exists. */
    Mono<Map<InterpreterId, Availability>> of(Collection<InterpreterId> members) {
        return database.sql("""
                        select i.id, d.time_zone, e.*
                        from interpreter i
                        join district d on d.id = i.district_id
                        left join lateral (
                            select s.weekday, s.starts, s.ends, null::uuid as absence, null::date as first_day,
                                   null::date as last_day, null::boolean as available, null::timestamptz as holds_from,
                                   null::timestamptz as holds_until, null::bigint as seq
                            from shift s where s.interpreter_id = i.id
                            union all
                            select null, null, null, a.id, a.first_day, a.last_day, null, null, null, a.seq
                            from absence a where a.interpreter_id = i.id
                            union all
                            select null, null, null, null, null, null, w.available, w.holds_from, w.holds_until, w.seq
                            from availability_word w where w.interpreter_id = i.id) e on true
                        where i.id = any(:members)""")
                .bind("members", members.stream().map(InterpreterId::value).toArray(UUID[]::new))
                .map(Entries::row)
                .all()
                .collectMultimap(Row::who)
                .map(Entries::availabilities);
    }

    private static Map<InterpreterId, Availability> availabilities(Map<InterpreterId, Collection<Row>> rows) {
        return rows.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, member -> availability(member.getValue())));
    }

    private static Availability availability(Collection<Row> rows) {
        return Availability.of(
                rows.iterator().next().zone(),
                rows.stream().map(Row::entry).filter(Objects::nonNull).toList());
    }

    private static Row row(Readable row) {
        var zone = ZoneId.of(row.get("time_zone", String.class));
        return new Row(new InterpreterId(row.get("id", UUID.class)), zone, entry(row, zone));
    }

    private static @Nullable Entry entry(Readable row, ZoneId zone) {
        if (row.get("weekday", Integer.class) != null) {
            return shift(row);
        }
        if (row.get("absence", UUID.class) != null) {
            return booked(row, zone);
        }
        return row.get("available", Boolean.class) == null ? null : said(row);
    }

    private static Shift shift(Readable row) {
        return new Shift(
                DayOfWeek.of(row.get("weekday", Integer.class)),
                row.get("starts", LocalTime.class),
                row.get("ends", LocalTime.class));
    }

    private static Booked booked(Readable row, ZoneId zone) {
        var absence = new Absence(
                row.get("absence", UUID.class),
                row.get("first_day", LocalDate.class),
                row.get("last_day", LocalDate.class));
        return Booked.of(row.get("seq", Long.class), absence, zone);
    }

    private static Said said(Readable row) {
        var word = new Word(
                row.get("available", Boolean.class),
                row.get("holds_from", Instant.class),
                row.get("holds_until", Instant.class));
        return new Said(row.get("seq", Long.class), word);
    }

    /** Words that are over, and those of which the new one leaves nothing. */
    Mono<Void> forgetBefore(InterpreterId who, Word word) {
        return database.sql("""
                        delete from availability_word
                        where interpreter_id = :who
                          and (holds_until <= :now
                               or (holds_from >= :from and (:until::timestamptz is null or holds_until <= :until))
                               or (holds_from = :from and available = :available and (available or :from <= :now)))""")
                .bind("who", who.value())
                .bind("available", word.available())
                .bind("now", clock.instant())
                .bind("from", word.from())
                .bind("until", nullable(word.until(), Instant.class))
                .then();
    }

    /**
     * What she said before in the same direction, and holds when the new word begins, ends there: the newer says until when.
     * An "off" is cut short only by one that begins at once, for that is meant to correct it.
     */
    Mono<Void> cutBefore(InterpreterId who, Word word) {
        return database.sql("""
                        update availability_word set holds_until = :from
                        where interpreter_id = :who and available = :available
                          and holds_from < :from and (holds_until is null or holds_until > :from)
                          and (available or :from <= :now)""")
                .bind("who", who.value())
                .bind("available", word.available())
                .bind("from", word.from())
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> add(InterpreterId who, Word word) {
        return database.sql("""
                        insert into availability_word (interpreter_id, available, holds_from, holds_until, said_at)
                        values (:who, :available, :from, :until, :now)""")
                .bind("who", who.value())
                .bind("available", word.available())
                .bind("from", word.from())
                .bind("until", nullable(word.until(), Instant.class))
                .bind("now", clock.instant())
                .then();
    }

    Mono<Long> words(InterpreterId who) {
        return database.sql("select count(*) from availability_word where interpreter_id = :who")
                .bind("who", who.value())
                .mapValue(Long.class)
                .one();
    }

    Mono<Void> forgetWords(InterpreterId who) {
        return database.sql("delete from availability_word where interpreter_id = :who")
                .bind("who", who.value())
                .then();
    }

    Mono<Void> replacePlan(InterpreterId who, List<Shift> shifts) {
        return database.sql("delete from shift where interpreter_id = :who")
                .bind("who", who.value())
                .then()
                .thenMany(Flux.fromIterable(shifts).concatMap(shift -> add(who, shift)))
                .then();
    }

    private Mono<Void> add(InterpreterId who, Shift shift) {
        return database.sql("""
                        insert into shift (interpreter_id, weekday, starts, ends)
                        values (:who, :weekday, :starts, :ends)""")
                .bind("who", who.value())
                .bind("weekday", shift.day().getValue())
                .bind("starts", shift.starts())
                .bind("ends", shift.ends())
                .then();
    }

    Mono<Void> add(InterpreterId who, Absence absence) {
        return database.sql("""
                        insert into absence (id, interpreter_id, first_day, last_day)
                        values (:id, :who, :firstDay, :lastDay)""")
                .bind("id", absence.id())
                .bind("who", who.value())
                .bind("firstDay", absence.firstDay())
                .bind("lastDay", absence.lastDay())
                .then();
    }

    Mono<Void> forgetPastAbsences(InterpreterId who) {
        return database.sql("""
                        delete from absence a using interpreter i, district d
                        where a.interpreter_id = :who and i.id = a.interpreter_id and d.id = i.district_id
                          and a.last_day < (:now::timestamptz at time zone d.time_zone)::date""")
                .bind("who", who.value())
                .bind("now", clock.instant())
                .then();
    }

    Mono<Long> absences(InterpreterId who) {
        return database.sql("select count(*) from absence where interpreter_id = :who")
                .bind("who", who.value())
                .mapValue(Long.class)
                .one();
    }

    /** False if she has none with this id. */
    Mono<Boolean> removeAbsence(InterpreterId who, UUID absence) {
        return database.sql("delete from absence where interpreter_id = :who and id = :id")
                .bind("who", who.value())
                .bind("id", absence)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
