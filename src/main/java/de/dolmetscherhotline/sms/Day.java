package de.dolmetscherhotline.sms;

import java.time.DayOfWeek;

/** A day as somebody wrote it. */
sealed interface Day {

    Day TODAY = new Ahead(0);

    /**
     * Today, tomorrow, the day after.
     *
     * @param days how many days ahead, 0 for today
     */
    record Ahead(int days) implements Day {}

    /** The next one of these. */
    record Weekday(DayOfWeek day) implements Day {}

    /**
     * A date; perhaps one that no calendar has.
     *
     * @param year 0 if it was left out
     */
    record Date(int day, int month, int year) implements Day {}
}
