package de.dolmetscherhotline.evaluation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Whole days of a district, the last included. */
public record Period(LocalDate from, LocalDate to) {

    /** Before which nobody asks for figures. */
    public static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    public static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /** @throws IllegalArgumentException if it ends before it begins */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** What ends the day before: as many months where this is whole months, else as many days. */
    public Period before() {
        return new Period(isWholeMonths() ? from.minusMonths(months()) : from.minusDays(days()), from.minusDays(1));
    }

    private boolean isWholeMonths() {
        return from.getDayOfMonth() == 1 && end().getDayOfMonth() == 1;
    }

    private long months() {
        return ChronoUnit.MONTHS.between(from, end());
    }

    LocalDate end() {
        return to.plusDays(1);
    }

    /** Whole months as such, and the days before and after them: each day of the period is in exactly one of the three. */
    Parts parts() {
        var firstMonth =
                from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
        var endOfMonths = end().withDayOfMonth(1);
        return firstMonth.isBefore(endOfMonths)
                ? new Parts(from, firstMonth, endOfMonths, end())
                : new Parts(from, end(), end(), end());
    }

    /**
     * Where the parts of a period begin; ends are exclusive.
     *
     * @param days of single days
     * @param months of whole months
     * @param rest of single days again
     */
    record Parts(LocalDate days, LocalDate months, LocalDate rest, LocalDate end) {}
}
