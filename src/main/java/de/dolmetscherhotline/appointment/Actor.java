package de.dolmetscherhotline.appointment;

/** Who did something to an appointment. */
public enum Actor {
    COORDINATOR,
    ORGANISATION,
    INTERPRETER,
    /** Nobody: its time had come. */
    SYSTEM
}
