package de.dolmetscherhotline.care;

import static de.dolmetscherhotline.platform.SqlValues.constant;

import de.dolmetscherhotline.availability.QuietHours;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.ObligationKind;
import io.r2dbc.spi.Readable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Those members of a pool for whom something may be due; read only. */
@Repository
class Members {

    private final DatabaseClient database;

    Members(DatabaseClient database) {
        this.database = database;
    }

    /** Something that runs out. */
    record RunningOut(InterpreterId who, ObligationKind kind, LocalDate validUntil) {}

    /** What holds today and runs out by that day, of everybody who is there or may come back. */
    Flux<RunningOut> withObligationsRunningOut(DistrictId district, LocalDate today, LocalDate last) {
        return database.sql("""
                        select i.id, o.kind, o.valid_until
                        from obligation o join interpreter i on i.id = o.interpreter_id
                        where i.district_id = :district and i.status in ('in_training', 'active', 'resting')
                          and o.valid_until between :today and :last
                        order by o.valid_until, i.id""")
                .bind("district", district.value())
                .bind("today", today)
                .bind("last", last)
                .map(row -> new RunningOut(
                        new InterpreterId(row.get("id", UUID.class)),
                        constant(ObligationKind.class, row.get("kind", String.class)),
                        row.get("valid_until", LocalDate.class)))
                .all();
    }

    /** Somebody who wants to be told of a shift. */
    record OnShift(InterpreterId who, @Nullable QuietHours quiet) {}

    /** The active who want to be told of their shifts, and have planned one for that day of the week. */
    Flux<OnShift> whoWantToBeToldOfShifts(DistrictId district, DayOfWeek day) {
        return database.sql("""
                        select i.id, i.quiet_from, i.quiet_to from interpreter i
                        where i.district_id = :district and i.status = 'active' and i.shift_reminder
                          and exists (select 1 from shift s where s.interpreter_id = i.id and s.weekday = :day)
                        order by i.id""")
                .bind("district", district.value())
                .bind("day", day.getValue())
                .map(row -> new OnShift(new InterpreterId(row.get("id", UUID.class)), quiet(row)))
                .all();
    }

    private static @Nullable QuietHours quiet(Readable row) {
        var from = row.get("quiet_from", LocalTime.class);
        var to = row.get("quiet_to", LocalTime.class);
        return from == null || to == null ? null : new QuietHours(from, to);
    }

    /** Whose number the network could not reach. */
    Flux<InterpreterId> withFailedNumber(DistrictId district) {
        return database.sql("""
                        select i.id from interpreter i
                        where i.district_id = :district and i.status in ('active', 'resting')
                          and i.number_failed_at is not null
                        order by i.number_failed_at, i.id""")
                .bind("district", district.value())
                .map(row -> new InterpreterId(row.get("id", UUID.class)))
                .all();
    }
}
