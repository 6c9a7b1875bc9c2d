package de.dolmetscherhotline.kernel;

import java.util.UUID;

/** Identifies one incoming call from the first ring to the last rating. */
public record CallId(UUID value) {

    public static CallId random() {
        return new CallId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
