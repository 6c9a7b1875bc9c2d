package de.dolmetscherhotline.kernel;

import java.util.UUID;

/** Identifies one request to one interpreter to take one call; unguessable, so it may name the room of the call. */
public record OfferId(UUID value) {

    public static OfferId random() {
        return new OfferId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
