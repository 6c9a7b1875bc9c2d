package de.dolmetscherhotline.appointment;

/** How well somebody knows those who meet, from earlier appointments; in ascending order. */
enum Familiarity {
    NONE,
    ORGANISATION,
    /** The same reference at the same organisation. */
    CASE,
    SERIES
}
