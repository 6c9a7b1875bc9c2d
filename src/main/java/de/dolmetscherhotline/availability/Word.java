package de.dolmetscherhotline.availability;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about being available, from a moment on (inclusive) to another (exclusive). Times are kept to the
 * microsecond.
 *
 * @param until null = until further notice
 */
public record Word(
        boolean available, Instant from, @Nullable Instant until) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public Word {
        from = from.truncatedTo(ChronoUnit.MICROS);
        until = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("must end after it begins");
        }
    }

    /** On duty from then on, until further notice. */
    public static Word on(Instant from) {
        return new Word(true, from, null);
    }

    /** Not to be rung from then on, until further notice. */
    public static Word off(Instant from) {
        return new Word(false, from, null);
    }

    boolean covers(Instant instant) {
        return !instant.isBefore(from) && (until == null || instant.isBefore(until));
    }
}
