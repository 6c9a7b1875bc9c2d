package de.dolmetscherhotline.kernel;

import java.util.UUID;

/** Identifies somebody of the staff of a district, who signs in to the dashboard. */
public record StaffId(UUID value) {

    public static StaffId random() {
        return new StaffId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
