package de.dolmetscherhotline.kernel;

import java.util.UUID;

/** Identifies a member of the pool. */
public record InterpreterId(UUID value) {

    public static InterpreterId random() {
        return new InterpreterId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
