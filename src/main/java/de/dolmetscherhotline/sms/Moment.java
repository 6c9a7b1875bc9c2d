package de.dolmetscherhotline.sms;

import org.jspecify.annotations.Nullable;

/**
 * A point in time as somebody wrote it: a day, a time, or both.
 *
 * @param day null if none was written
 * @param time null if none was written
 */
record Moment(@Nullable Day day, @Nullable WallTime time) {

    boolean hasTime() {
        return time != null;
    }

    boolean hasDay() {
        return day != null;
    }

    /** On this day, if none was written. */
    Moment orOn(@Nullable Day other) {
        return day == null ? new Moment(other, time) : this;
    }
}
