package de.dolmetscherhotline.appointment;

/** When somebody is reminded of an appointment. */
enum Reminder {
    DAY_BEFORE,
    SHORTLY_BEFORE
}
