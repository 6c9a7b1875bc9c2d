package de.dolmetscherhotline.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Records who did what. In a transaction it is part of it: a change and its entry are both there, or neither. Whatever is to be
 * shown only if it is recorded waits for it.
 */
@Component
public class AuditTrail {

    private static final int LONGEST_DETAIL = 1000;
    private static final int LONGEST_REASON = 500;

    private final AuditEntries entries;

    AuditTrail(AuditEntries entries) {
        this.entries = entries;
    }

    public Mono<Void> record(Actor who, Action what, Reference whom) {
        return record(who, what, whom, null, null);
    }

    /**
     * Records something.
     *
     * @param detail which operation it was, without anything personal; is cut where it gets too long
     * @param reason why, in the words of whoever did it
     */
    public Mono<Void> record(Actor who, Action what, Reference whom, @Nullable String detail, @Nullable String reason) {
        return entries.add(who, what, whom, cut(detail, LONGEST_DETAIL), cut(reason, LONGEST_REASON));
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        // what PostgreSQL takes in no text is left out
        var stripped = text == null ? "" : text.replace("\0", "").strip();
        if (stripped.isEmpty()) {
            return null;
        }
        return stripped.length() <= longest ? stripped : stripped.substring(0, longest);
    }
}
