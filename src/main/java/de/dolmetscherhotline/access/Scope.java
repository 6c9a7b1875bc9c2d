package de.dolmetscherhotline.access;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a key of an organisation allows. Each is granted by itself: who may write may not read for that. */
public enum Scope {
    REQUESTS_READ,
    REQUESTS_WRITE,
    GUESTS_READ,
    GUESTS_WRITE,
    APPOINTMENTS_READ,
    APPOINTMENTS_WRITE,
    LANGUAGES_READ,
    COVERAGE_READ,
    WEBHOOKS_READ,
    WEBHOOKS_WRITE;

    /** The scope of this word; fails with an IllegalArgumentException whose message says which there are. */
    @JsonCreator
    public static Scope of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        Arrays.stream(values()).map(Scope::toString).collect(joining(", ", "must be one of ", ""))));
    }

    /** The authority of whoever has a key with it. */
    public String authority() {
        return "SCOPE_" + this;
    }

    /** As a client and the database know it: {@code requests:read}. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
