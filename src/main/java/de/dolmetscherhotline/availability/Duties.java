package de.dolmetscherhotline.availability;

import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is kept about availability in the row of the interpreter herself, so that a search need not work it out. */
@Repository
class Duties {

    private final DatabaseClient database;
    private final Clock clock;

    Duties(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Locks her row until the transaction is over; empty if there is no such member. */
    Mono<InterpreterId> lock(InterpreterId who) {
        return database.sql("select id from interpreter where id = :id for no key update")
                .bind("id", who.value())
                .mapValue(UUID.class)
                .one()
                .map(InterpreterId::new);
    }

    /** The same; and she has spoken: a pause ends, and the count of unanswered offers begins anew. */
    Mono<InterpreterId> lockAsHeard(InterpreterId who) {
        return database.sql("""
                        update interpreter set paused_at = null, unanswered_in_a_row = 0 where id = :id returning id""")
                .bind("id", who.value())
                .mapValue(UUID.class)
                .one()
                .map(InterpreterId::new);
    }

    /** Members who are not taken and whose duty must be worked out anew, of a district; their rows are locked. */
    Flux<InterpreterId> lockStale(DistrictId district, int most) {
        return database.sql("""
                        select id from interpreter
                        where duty_until <= :now and district_id = :district and reserved_for is null
                        order by id limit :most for no key update skip locked""")
                .bind("now", clock.instant())
                .bind("district", district.value())
                .bind("most", most)
                .mapValue(UUID.class)
                .all()
                .map(InterpreterId::new);
    }

    /** The same of all districts, whether taken or not. */
    Flux<InterpreterId> lockStale(int most) {
        return database.sql("""
                        select id from interpreter
                        where duty_until <= :now
                        order by id limit :most for no key update skip locked""")
                .bind("now", clock.instant())
                .bind("most", most)
                .mapValue(UUID.class)
                .all()
                .map(InterpreterId::new);
    }

    /** Keeps what holds now for each of them, whose rows are locked. */
    Mono<Void> store(Map<InterpreterId, Standing> standings) {
        var members = List.copyOf(standings.entrySet());
        return database.sql("""
                        update interpreter i set duty = now.duty, duty_until = now.until
                        from unnest(:members::uuid[], :duties::text[], :untils::timestamptz[]) as now (id, duty, until)
                        where i.id = now.id""")
                .bind(
                        "members",
                        members.stream().map(member -> member.getKey().value()).toArray(UUID[]::new))
                .bind(
                        "duties",
                        members.stream()
                                .map(member -> word(member.getValue().duty()))
                                .toArray(String[]::new))
                .bind(
                        "untils",
                        members.stream()
                                .map(member -> text(member.getValue().until()))
                                .toArray(String[]::new))
                .then();
    }

    /** The driver has no arrays of instants. */
    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** Her row is locked, and she is off until further notice. */
    Mono<Void> pause(InterpreterId who) {
        return database.sql("update interpreter set paused_at = :now, unanswered_in_a_row = 0 where id = :id")
                .bind("now", clock.instant())
                .bind("id", who.value())
                .then();
    }

    /** Empty if there is no such member. */
    Mono<Preferences> preferences(InterpreterId who) {
        return database.sql("""
                        select quiet_from, quiet_to, calls_per_day, emergency_opt_in, callout_opt_in, shift_reminder
                        from interpreter where id = :id""").bind("id", who.value()).map(Duties::read).one();
    }

    private static Preferences read(Readable row) {
        var from = row.get("quiet_from", LocalTime.class);
        var to = row.get("quiet_to", LocalTime.class);
        return new Preferences(
                from == null || to == null ? null : new QuietHours(from, to),
                row.get("calls_per_day", Integer.class),
                row.get("emergency_opt_in", Boolean.class),
                row.get("callout_opt_in", Boolean.class),
                row.get("shift_reminder", Boolean.class));
    }

    /** False if there is no such member. Whoever is about to replace her profile, which says that too, is told. */
    Mono<Boolean> setEmergencyOptIn(InterpreterId who, boolean ready) {
        return database.sql("""
                        update interpreter
                        set emergency_opt_in = :ready,
                            version = version + case when emergency_opt_in = :ready then 0 else 1 end
                        where id = :id""")
                .bind("ready", ready)
                .bind("id", who.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** False if there is no such member. Whoever is about to replace her profile, which says some of it too, is told. */
    Mono<Boolean> setPreferences(InterpreterId who, Preferences preferences) {
        var quiet = preferences.quiet();
        return database.sql("""
                        update interpreter
                        set quiet_from = :from, quiet_to = :to, calls_per_day = :callsPerDay,
                            emergency_opt_in = :emergencyOptIn, callout_opt_in = :calloutOptIn,
                            shift_reminder = :shiftReminder,
                            version = version + case when (emergency_opt_in, callout_opt_in) = (:emergencyOptIn, :calloutOptIn)
                                                     then 0 else 1 end
                        where id = :id""")
                .bind("from", nullable(quiet == null ? null : quiet.from(), LocalTime.class))
                .bind("to", nullable(quiet == null ? null : quiet.to(), LocalTime.class))
                .bind("callsPerDay", nullable(preferences.callsPerDay(), Integer.class))
                .bind("emergencyOptIn", preferences.emergencyOptIn())
                .bind("calloutOptIn", preferences.calloutOptIn())
                .bind("shiftReminder", preferences.shiftReminder())
                .bind("id", who.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
