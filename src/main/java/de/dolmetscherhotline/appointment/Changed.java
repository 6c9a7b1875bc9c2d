package de.dolmetscherhotline.appointment;

/** What came of a wish to change an appointment. */
public sealed interface Changed {

    record Done(Appointment after) implements Changed {}

    /** Its status or the time does not allow that. */
    record NotPossible(Appointment as) implements Changed {}
}
