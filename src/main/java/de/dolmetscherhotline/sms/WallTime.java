package de.dolmetscherhotline.sms;

/**
 * A time of day as somebody wrote it.
 *
 * @param minute minutes since midnight, 0 to 1440; the last is the midnight at the end of the day
 * @param vague whether the other half of the day may be meant: "6 Uhr", "halb sieben", but not "6:00" or "06"
 */
record WallTime(int minute, boolean vague) {

    static final int MIDNIGHT = 24 * 60;

    /** The other reading of a vague time. */
    int otherMinute() {
        return (minute + MIDNIGHT / 2) % MIDNIGHT;
    }

    int hour() {
        return minute / 60;
    }
}
