package de.dolmetscherhotline.text;

import java.util.UUID;

/** Identifies one text to one recipient; unguessable, so it may stand in the URL to which its progress is reported. */
public record TextId(UUID value) {

    public static TextId random() {
        return new TextId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
