package de.dolmetscherhotline.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/**
 * A time of every week at which somebody may be rung (Bereitschaftszeit), as wall time of the district: from its start
 * (inclusive) to its end (exclusive).
 *
 * @param day on which it starts
 * @param ends on the next day unless later than the start; equal to it = 24 hours
 */
public record Shift(DayOfWeek day, LocalTime starts, LocalTime ends) implements Entry {

    static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** @throws IllegalArgumentException if a time is finer than minutes */
    public Shift {
        if (isFine(starts) || isFine(ends)) {
            throw new IllegalArgumentException("must be times to the minute");
        }
    }

    /** Whether there is a time of the week that both include. */
    public boolean overlaps(Shift other) {
        return isBegunBy(other) || other.isBegunBy(this);
    }

    private boolean isBegunBy(Shift other) {
        return Math.floorMod(other.begins() - begins(), MINUTES_OF_A_WEEK) < minutes();
    }

    /** Minute of the week, from Monday 00:00 on. */
    int begins() {
        return (day.getValue() - 1) * MINUTES_OF_A_DAY + minuteOfDay(starts);
    }

    /** How long it is, while the clocks do not change. */
    int minutes() {
        int minutes = Math.floorMod(minuteOfDay(ends) - minuteOfDay(starts), MINUTES_OF_A_DAY);
        return minutes == 0 ? MINUTES_OF_A_DAY : minutes;
    }

    private static int minuteOfDay(LocalTime time) {
        return time.get(ChronoField.MINUTE_OF_DAY);
    }

    /** Its start, if it starts on a day such as this. */
    public LocalDateTime startOn(LocalDate date) {
        return date.atTime(starts);
    }

    /** The end of the shift that starts on this day. */
    public LocalDateTime endOn(LocalDate date) {
        return ends.isAfter(starts) ? date.atTime(ends) : date.plusDays(1).atTime(ends);
    }

    /** Whether it includes this wall time. In the hour that autumn has twice both passes count. */
    public boolean covers(LocalDateTime wall) {
        var today = wall.toLocalDate();
        return isCoveredFrom(today, wall) || isCoveredFrom(today.minusDays(1), wall);
    }

    private boolean isCoveredFrom(LocalDate start, LocalDateTime wall) {
        return start.getDayOfWeek() == day && !wall.isBefore(startOn(start)) && wall.isBefore(endOn(start));
    }

    private static boolean isFine(LocalTime time) {
        return !time.truncatedTo(ChronoUnit.MINUTES).equals(time);
    }
}
