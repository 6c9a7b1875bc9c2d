package de.dolmetscherhotline.appointment;

/** What comes of it when somebody answers with a code. */
public sealed interface AppointmentAnswer {

    /** Heard and noted. This is what she is told. */
    record Noted(Words words) implements AppointmentAnswer {}

    /** She was not asked for an appointment with this code. */
    record NotAsked() implements AppointmentAnswer {}
}
