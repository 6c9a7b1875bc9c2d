package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.availability.Word;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The form that switches a member on or off, as it was filled in.
 *
 * @param until a day and a time in the district; empty = until further notice
 * @param problem key of what is wrong with it; null if nothing is
 */
public record SwitchForm(String until, @Nullable String problem) {

    static final SwitchForm EMPTY = new SwitchForm("", null);

    private static final int FARTHEST_DAYS = 366;

    static SwitchForm of(@Nullable String until, Instant now, ZoneId zone) {
        var typed = Typed.text(until);
        return new SwitchForm(typed, typed.isEmpty() ? null : problem(typed, now, zone));
    }

    private static @Nullable String problem(String typed, Instant now, ZoneId zone) {
        var end = end(typed, zone);
        if (end == null) {
            return "pool.problem.until";
        }
        var farthest = now.atZone(zone).plusDays(FARTHEST_DAYS).toInstant();
        return end.isAfter(now) && end.isBefore(farthest) ? null : "pool.problem.until-range";
    }

    /** What she is said to have said; only if nothing is wrong. */
    Word word(boolean available, Instant now, ZoneId zone) {
        return new Word(available, now, end(until, zone));
    }

    private static @Nullable Instant end(String typed, ZoneId zone) {
        return Typed.moment(typed)
                .map(moment -> moment.atZone(zone).toInstant())
                .orElse(null);
    }
}
