package de.dolmetscherhotline.simulator;

import java.util.UUID;

/** Identifiers as the vendor makes them: two letters and 32 hex digits. */
final class Sids {

    private Sids() {}

    static String call() {
        return make("CA");
    }

    static String conference() {
        return make("CF");
    }

    static String message() {
        return make("SM");
    }

    private static String make(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}
