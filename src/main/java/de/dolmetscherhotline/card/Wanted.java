package de.dolmetscherhotline.card;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose card is wanted.
 *
 * @param line id of a line
 * @param district id of a district
 * @param lang language of the page; null = whatever the browser asks for
 */
record Wanted(
        @Nullable String line,
        @Nullable String district,
        @Nullable String lang) {

    /** What follows the path of a page, for the same line in this language. */
    public String in(String language) {
        return "?" + id("line", line) + id("district", district) + "lang=" + language;
    }

    private static String id(String name, @Nullable String value) {
        return uuid(value).map(id -> name + "=" + id + "&").orElse("");
    }

    static Optional<UUID> uuid(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
