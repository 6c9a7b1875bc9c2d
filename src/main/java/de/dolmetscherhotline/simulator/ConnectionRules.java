package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How long an answer is waited for and what is tried again; a URL's fragment may change it (contract §2.2). The keys
 * {@code ct}, {@code e} and {@code sni} are accepted and have no effect here.
 *
 * @param read until an answer to one attempt
 * @param total over all attempts
 * @param retries attempts after the first
 * @param repeated words of what is tried again
 */
record ConnectionRules(Duration read, Duration total, int retries, Set<String> repeated) {

    private static final int LONGEST_MILLIS = 15_000;
    private static final int SHORTEST_MILLIS = 100;
    private static final int MOST_RETRIES = 5;
    private static final Set<String> REASONS = Set.of("4xx", "5xx", "ct", "rt", "all");
    private static final Set<String> WITHOUT_EFFECT = Set.of("ct", "e", "sni");
    private static final Set<String> KEYS = Set.of("ct", "rt", "tt", "rc", "rp", "e", "sni");

    static ConnectionRules of(URI url, Consumer<String> violations) {
        var given = new HashMap<String, String>();
        var fragment = url.getRawFragment() == null ? "" : url.getRawFragment();
        for (var pair : List.of(fragment.split("&", -1))) {
            int equals = pair.indexOf('=');
            var key = equals < 0 ? pair : pair.substring(0, equals);
            if (KEYS.contains(key) && equals > 0) {
                given.put(key, pair.substring(equals + 1));
            } else if (!pair.isEmpty()) {
                violations.accept(url + ": unknown connection override \"" + pair + "\"");
            }
        }
        return read(url, given, violations);
    }

    private static ConnectionRules read(URI url, Map<String, String> given, Consumer<String> violations) {
        given.keySet().removeAll(WITHOUT_EFFECT);
        int read = number(url, given, "rt", SHORTEST_MILLIS, LONGEST_MILLIS, LONGEST_MILLIS, violations);
        int total = number(url, given, "tt", SHORTEST_MILLIS, LONGEST_MILLIS, LONGEST_MILLIS, violations);
        int retries = number(url, given, "rc", 0, MOST_RETRIES, 1, violations);
        var reasons = Set.copyOf(List.of(given.getOrDefault("rp", "ct").split(",", -1)));
        if (!REASONS.containsAll(reasons)) {
            violations.accept(url + ": unknown reason to repeat in rp=" + given.get("rp"));
        }
        return new ConnectionRules(Duration.ofMillis(read), Duration.ofMillis(total), retries, reasons);
    }

    private static int number(
            URI url,
            Map<String, String> given,
            String key,
            int atLeast,
            int atMost,
            int otherwise,
            Consumer<String> violations) {
        var text = given.get(key);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < atLeast || Integer.parseInt(text) > atMost) {
            violations.accept(url + ": " + key + "=" + text + " is not from " + atLeast + " to " + atMost);
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    /** Whether an attempt that came to this is followed by another one, if any is left. */
    boolean repeats(Answer answer) {
        return repeated.contains("all") ? !answer.successful() : repeated.contains(answer.failure());
    }
}
