package de.dolmetscherhotline.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The key figures, in the order in which they are shown. What each one means is told by the message
 * {@code evaluation.figure.<name>.definition}, wherever it is shown.
 */
public enum Figure {
    CALLS,
    ATTEMPTS,
    EMERGENCIES,
    SESSIONS,
    MINUTES,
    ABANDONED,
    WANTED,
    UNCOVERED,
    MEDIAN_SECONDS,
    SECONDS_80,
    SECONDS_95,
    WITHIN_30,
    WITHIN_60,
    WITHIN_120,
    RATINGS,
    STARS;

    /** Null where there is nothing that it could be worked out from. */
    public @Nullable BigDecimal of(Measures counted, Waits waits) {
        return switch (this) {
            case CALLS -> BigDecimal.valueOf(counted.calls());
            case ATTEMPTS -> BigDecimal.valueOf(counted.attempts());
            case EMERGENCIES -> BigDecimal.valueOf(counted.emergencies());
            case SESSIONS -> BigDecimal.valueOf(counted.sessions());
            case MINUTES -> minutes(counted.talkMillis());
            case ABANDONED -> BigDecimal.valueOf(counted.abandoned());
            case WANTED -> BigDecimal.valueOf(counted.wanted());
            case UNCOVERED -> BigDecimal.valueOf(counted.uncovered());
            case MEDIAN_SECONDS -> seconds(waits.median());
            case SECONDS_80 -> seconds(waits.most());
            case SECONDS_95 -> seconds(waits.nearlyAll());
            case WITHIN_30 -> percent(counted.within30(), counted.covered());
            case WITHIN_60 -> percent(counted.within60(), counted.covered());
            case WITHIN_120 -> percent(counted.within120(), counted.covered());
            case RATINGS -> BigDecimal.valueOf(counted.ratings());
            case STARS -> ratio(counted.starsGiven(), counted.ratings(), 2);
        };
    }

    /** The beginning of the keys of its messages. */
    String key() {
        return "evaluation.figure." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static BigDecimal minutes(long millis) {
        return BigDecimal.valueOf(millis).divide(BigDecimal.valueOf(60_000), 0, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal seconds(@Nullable Integer seconds) {
        return seconds == null ? null : BigDecimal.valueOf(seconds);
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
        return ratio(100 * part, whole, 1);
    }

    private static @Nullable BigDecimal ratio(long part, long whole, int digits) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), digits, RoundingMode.HALF_UP);
    }
}
