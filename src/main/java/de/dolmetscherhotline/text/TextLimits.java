package de.dolmetscherhotline.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How many texts one recipient may get. Whoever sends more is taken for spam by the carriers, and by people.
 *
 * @param limits all of them must be kept
 */
record TextLimits(List<Limit> limits) {

    static final TextLimits FOR_INTERPRETERS = new TextLimits(List.of(
            new Limit(1, Duration.ofMinutes(1)),
            new Limit(3, Duration.ofMinutes(15)),
            new Limit(5, Duration.ofHours(1))));

    /** An alarm must not wait for the one before it; yet a night full of alarms has an end. */
    static final TextLimits FOR_COORDINATORS =
            new TextLimits(List.of(new Limit(5, Duration.ofMinutes(15)), new Limit(12, Duration.ofHours(1))));

    /** The longest time that any limit looks back. */
    static final Duration LOOKS_BACK = Duration.ofHours(1);

    /** At most so many within any period of this length. */
    record Limit(int most, Duration within) {}

    /**
     * When the next text may be sent at the earliest; not after {@code now} if at once.
     *
     * @param sent when texts were sent to this recipient, in any order
     */
    Instant earliest(List<Instant> sent, Instant now) {
        var newestFirst = sent.stream().sorted(Comparator.reverseOrder()).toList();
        return limits.stream()
                .filter(limit -> newestFirst.size() >= limit.most())
                .map(limit -> newestFirst.get(limit.most() - 1).plus(limit.within()))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }
}
