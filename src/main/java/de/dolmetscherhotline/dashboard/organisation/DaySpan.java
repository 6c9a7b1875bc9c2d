package de.dolmetscherhotline.dashboard.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The days that a list is narrowed to, from the one to the other, both included; empty = it does not matter. */
record DaySpan(Optional<LocalDate> first, Optional<LocalDate> last) {

    static final String FROM = "from";
    static final String TO = "to";
    private static final String NO_DAY = "dashboard.problem.day";
    private static final int LAST_YEAR = 9999;

    static DaySpan of(Entered typed) {
        return new DaySpan(day(typed.value(FROM)), day(typed.value(TO)));
    }

    /** With what is wrong with these days. */
    Entered checked(Entered typed) {
        return typed.with(FROM, !typed.value(FROM).isEmpty() && first.isEmpty(), NO_DAY)
                .with(TO, !typed.value(TO).isEmpty() && last.isEmpty(), NO_DAY)
                .with(TO, isBackwards(), "organisations.problem.days");
    }

    private boolean isBackwards() {
        return first.isPresent() && last.isPresent() && last.get().isBefore(first.get());
    }

    /** The first moment. */
    Optional<Instant> from(ZoneId zone) {
        return first.map(day -> day.atStartOfDay(zone).toInstant());
    }

    /** The first moment after. */
    Optional<Instant> until(ZoneId zone) {
        return last.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(DaySpan::isInTheCalendar);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** Of the database. */
    private static boolean isInTheCalendar(LocalDate day) {
        return day.getYear() > 0 && day.getYear() <= LAST_YEAR;
    }
}
