package de.dolmetscherhotline.simulator;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What will happen when: ordered by instant, first come first served within one. Guarded by the switchboard's lock. */
final class Agenda {

    private static final Comparator<Entry> BY_TIME =
            Comparator.comparing((Entry entry) -> entry.at).thenComparingLong(entry -> entry.order);

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(BY_TIME);
    private long order;

    /** An entry that can be taken back while it has not run. */
    final class Entry {
        private final Instant at;
        private final long order;
        private final Runnable action;

        private Entry(Instant at, long order, Runnable action) {
            this.at = at;
            this.order = order;
            this.action = action;
        }

        void cancel() {
            entries.remove(this);
        }
    }

    Entry at(Instant instant, Runnable action) {
        var entry = new Entry(instant, order++, action);
        entries.add(entry);
        return entry;
    }

    /** Takes the next action that is due. */
    Optional<Runnable> pollDue(Instant now) {
        var first = entries.peek();
        if (first == null || first.at.isAfter(now)) {
            return Optional.empty();
        }
        entries.remove();
        return Optional.of(first.action);
    }

    Optional<Instant> nextDue() {
        return Optional.ofNullable(entries.peek()).map(entry -> entry.at);
    }
}
