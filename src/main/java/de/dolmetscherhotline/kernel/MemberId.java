package de.dolmetscherhotline.kernel;

import java.util.UUID;

/** Identifies somebody who signs in for an organisation. */
public record MemberId(UUID value) {

    public static MemberId random() {
        return new MemberId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
