package de.dolmetscherhotline.kernel;

import java.util.UUID;

/** Identifies a third party who was invited into one conversation; unguessable, for it stands in URLs. */
public record GuestId(UUID value) {

    public static GuestId random() {
        return new GuestId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
