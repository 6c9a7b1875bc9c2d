package de.dolmetscherhotline.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When something is tried again that did not arrive: after as long again as it has been tried, for a day. */
final class Patience {

    static final Duration LONGEST = Duration.ofHours(24);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private Patience() {}

    /** The next attempt at an announcement after one that failed now; empty if that was the last. */
    static Optional<Instant> nextAttempt(Instant announced, Instant now) {
        var end = announced.plus(LONGEST);
        if (!now.isBefore(end)) {
            return Optional.empty();
        }
        var next = now.plus(asLongAgain(announced, now, LONGEST_PAUSE));
        return Optional.of(next.isBefore(end) ? next : end);
    }

    /** Until when a receiver is left alone that does not answer. */
    static Instant restUntil(Instant failingSince, Instant now) {
        return now.plus(asLongAgain(failingSince, now, LONGEST_REST));
    }

    private static Duration asLongAgain(Instant since, Instant now, Duration most) {
        var passed = Duration.between(since, now);
        if (passed.compareTo(FIRST_PAUSE) < 0) {
            return FIRST_PAUSE;
        }
        return passed.compareTo(most) < 0 ? passed : most;
    }
}
