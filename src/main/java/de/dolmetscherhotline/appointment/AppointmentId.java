package de.dolmetscherhotline.appointment;

import java.util.UUID;

/** Identifies an appointment. */
public record AppointmentId(UUID value) {

    static AppointmentId random() {
        return new AppointmentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
