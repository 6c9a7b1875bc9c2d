package de.dolmetscherhotline.availability;

import org.jspecify.annotations.Nullable;

/**
 * How much somebody agreed to be disturbed.
 *
 * @param quiet null = none
 * @param callsPerDay conversations from midnight to midnight in the district, after which she is not asked; null = no limit
 * @param emergencyOptIn may be rung in an emergency outside her shifts and in her quiet hours
 * @param calloutOptIn may be asked by text message while off duty
 * @param shiftReminder wants to be reminded by text the evening before a shift
 */
public record Preferences(
        @Nullable QuietHours quiet,
        @Nullable Integer callsPerDay,
        boolean emergencyOptIn,
        boolean calloutOptIn,
        boolean shiftReminder) {

    /** A higher limit is none. */
    public static final int MOST_CALLS_PER_DAY = 100;

    /** @throws IllegalArgumentException if a limit is not positive */
    public Preferences {
        if (callsPerDay != null && callsPerDay < 1) {
            throw new IllegalArgumentException("must be 1 or more");
        }
    }
}
