package de.dolmetscherhotline.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How long it took from the choice of the language until both heard each other, in seconds; one that was begun counts as a
 * whole.
 *
 * @param sessions of which this is known; where there are none, nothing else is
 * @param most not exceeded by 80 %
 * @param nearlyAll not exceeded by 95 %
 */
public record Waits(
        long sessions,
        @Nullable Integer median,
        @Nullable Integer most,
        @Nullable Integer nearlyAll) {

    static final Waits NONE = new Waits(0, null, null, null);
}
