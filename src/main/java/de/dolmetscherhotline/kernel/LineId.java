package de.dolmetscherhotline.kernel;

import java.util.UUID;

/** Identifies a hotline number. */
public record LineId(UUID value) {

    public static LineId random() {
        return new LineId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
