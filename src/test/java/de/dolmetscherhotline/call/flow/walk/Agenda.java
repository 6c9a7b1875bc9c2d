package de.dolmetscherhotline.call.flow.walk;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is going to happen in a world, in the order of its time. */
final class Agenda {

    private record Entry(long at, long number, Runnable deed) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::number));
    private long now;
    private long number;

    /** @param delay in milliseconds */
    void in(long delay, Runnable deed) {
        entries.add(new Entry(now + delay, number++, deed));
    }

    /** False when nothing is left to happen. */
    boolean advance() {
        var next = entries.poll();
        if (next == null) {
            return false;
        }
        now = next.at();
        next.deed().run();
        return true;
    }
}
