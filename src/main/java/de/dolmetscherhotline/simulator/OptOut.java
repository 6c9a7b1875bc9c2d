package de.dolmetscherhotline.simulator;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The vendor's default reaction to words like STOP, per sender and recipient (contract §6). */
final class OptOut {

    private static final Set<String> STOP =
            Set.of("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL");
    private static final Set<String> START = Set.of("START", "UNSTOP", "YES");
    private static final Set<String> HELP = Set.of("HELP", "INFO");

    private final Set<Pair> blocked = new HashSet<>();

    private record Pair(String sender, String recipient) {}

    /** What the vendor itself answers to a text that is exactly one of its words. */
    Optional<String> react(String person, String line, String text) {
        var word = text.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            blocked.add(new Pair(line, person));
            return Optional.of("You have successfully been unsubscribed. Reply START to resubscribe.");
        }
        if (START.contains(word)) {
            return blocked.remove(new Pair(line, person))
                    ? Optional.of("You have successfully been re-subscribed.")
                    : Optional.empty();
        }
        return HELP.contains(word) ? Optional.of("Reply STOP to unsubscribe.") : Optional.empty();
    }

    boolean blocks(String line, String person) {
        return blocked.contains(new Pair(line, person));
    }
}
