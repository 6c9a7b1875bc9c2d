package de.dolmetscherhotline.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When somebody does not want to be disturbed on any day, as wall time of the district: from (inclusive) to (exclusive),
 * across midnight if the end is the earlier of the two.
 */
public record QuietHours(LocalTime from, LocalTime to) {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** @throws IllegalArgumentException if both are the same, or one is finer than minutes */
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("must not begin and end at the same time");
        }
        if (!from.truncatedTo(ChronoUnit.MINUTES).equals(from)
                || !to.truncatedTo(ChronoUnit.MINUTES).equals(to)) {
            throw new IllegalArgumentException("must be times to the minute");
        }
    }

    /**
     * Whether they hold at an instant. Against them stands only an "on" that is meant for now: one that began in them, or
     * that was to last a day at the most. Whoever is on until further notice is not rung at night for that.
     *
     * @param word the latest that covers the instant; null = none
     */
    public boolean hold(Instant instant, ZoneId zone, @Nullable Word word) {
        var wall = LocalDateTime.ofInstant(instant, zone);
        return include(wall.toLocalTime()) && (word == null || !word.available() || !isMeantFor(wall, zone, word));
    }

    private boolean isMeantFor(LocalDateTime wall, ZoneId zone, Word word) {
        var began = wall.toLocalTime().isBefore(from) ? wall.minusDays(1).with(from) : wall.with(from);
        return !word.from().isBefore(began.atZone(zone).toInstant())
                || (word.until() != null && !word.until().isAfter(word.from().plus(A_DAY)));
    }

    /** The first instant, from this one on, that is outside of them: for what can wait, whatever she said about being available. */
    public Instant over(Instant instant, ZoneId zone) {
        var wall = LocalDateTime.ofInstant(instant, zone);
        if (!include(wall.toLocalTime())) {
            return instant;
        }
        var end = wall.with(to);
        return (end.isAfter(wall) ? end : end.plusDays(1)).atZone(zone).toInstant();
    }

    private boolean include(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
