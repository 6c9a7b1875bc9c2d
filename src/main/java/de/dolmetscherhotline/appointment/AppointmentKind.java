package de.dolmetscherhotline.appointment;

/** How those who meet hear each other. */
public enum AppointmentKind {
    PHONE,
    ON_SITE
}
