package de.dolmetscherhotline.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Decides which counts of tables with margins are not published, so that nobody is recognised, not even by subtraction.
 *
 * <p><b>The model.</b> Tables that share margins form a network: each count is an arc, and in each node as much comes in as
 * goes out (the cells of a row, and its sum). A count of 1 to {@value #SMALL} is sensitive, and so is one that few people
 * stand behind. Readers know every count that is published, these equations, and that counts are whole numbers from 0 on; a
 * zero may be hidden too. In such a network the possible values of a hidden count are all whole numbers between a least and a
 * greatest one, which maximal flows tell.
 *
 * <p><b>The promise.</b> For each small count all of 1, 2, 3 and 4 remain possible. For each other sensitive count values a
 * quarter below and above remain possible. The grand total is published unless it is sensitive itself. Where that cannot be
 * achieved by hiding more counts, nothing but the grand total is published.
 */
final class SmallCells {

    /** Counts from 1 to this are too small to be published. */
    static final int SMALL = 4;

    private static final long PLENTY = Long.MAX_VALUE / 4;

    private final List<Count> counts;
    private final int total;
    private final BitSet hidden = new BitSet();

    private SmallCells(List<Count> counts, int total) {
        this.counts = List.copyOf(counts);
        this.total = total;
    }

    /**
     * A count: the flow from one node of the network to another.
     *
     * @param sensitive must not be published, besides because it is small
     */
    record Count(int from, int to, long value, boolean sensitive) {

        private boolean isSmall() {
            return value > 0 && value <= SMALL;
        }

        private boolean mustBeHidden() {
            return value > 0 && (sensitive || isSmall());
        }

        /** A value up to which this must remain possible, downwards. */
        private long least() {
            return isSmall() ? 1 : value - margin();
        }

        private long greatest() {
            return isSmall() ? SMALL : value + margin();
        }

        private long margin() {
            return (value + 3) / 4;
        }
    }

    /**
     * Which counts to hide, by their positions.
     *
     * @param total the position of the grand total
     */
    static BitSet hidden(List<Count> counts, int total) {
        var cells = new SmallCells(counts, total);
        if (!cells.counts.get(total).mustBeHidden() && cells.protectAll()) {
            return cells.hidden;
        }
        var all = new BitSet();
        all.set(0, counts.size());
        all.set(total, cells.counts.get(total).mustBeHidden());
        return all;
    }

    private boolean protectAll() {
        for (int i = 0; i < counts.size(); i++) {
            hidden.set(i, counts.get(i).mustBeHidden());
        }
        // Hiding more only adds to what is possible, so what was achieved for one count stays.
        return hidden.stream().boxed().toList().stream().allMatch(this::protect);
    }

    private boolean protect(int position) {
        var count = counts.get(position);
        return isPossible(position, count.to(), count.from(), count.greatest() - count.value())
                && isPossible(position, count.from(), count.to(), count.value() - count.least());
    }

    /** Hides what is needed so that this much may flow round outside the count; false if nothing helps. */
    private boolean isPossible(int position, int from, int to, long needed) {
        var changes = new long[counts.size()];
        long open = needed;
        while (open > 0) {
            var way = cheapestWay(position, from, to, changes);
            if (way.isEmpty()) {
                return false;
            }
            long amount = way.stream().mapToLong(step -> room(step, changes)).reduce(open, Math::min);
            for (var step : way) {
                changes[step.count()] += step.forward() ? amount : -amount;
                hidden.set(step.count());
            }
            open -= amount;
        }
        return true;
    }

    /** One arc of a way, along it or against it. */
    private record Step(int count, boolean forward) {}

    /** How far a count can be changed that way. */
    private long room(Step step, long[] changes) {
        var value = counts.get(step.count()).value();
        if (step.count() == total) {
            return 0;
        }
        return step.forward() ? PLENTY : value + changes[step.count()];
    }

    private record Reached(int node, long cost) {}

    /** The way that hides least; empty if there is none. */
    private List<Step> cheapestWay(int without, int from, int to, long[] changes) {
        int nodes = nodes();
        var cost = new long[nodes];
        var last = new Step[nodes];
        Arrays.fill(cost, PLENTY);
        cost[from] = 0;
        var next = new PriorityQueue<Reached>((one, other) -> Long.compare(one.cost(), other.cost()));
        next.add(new Reached(from, 0));
        while (!next.isEmpty()) {
            var here = next.remove();
            if (here.cost() > cost[here.node()]) {
                continue;
            }
            for (var step : steps(here.node(), without, changes)) {
                int there = end(step);
                long sum = here.cost() + price(step.count());
                if (sum < cost[there]) {
                    cost[there] = sum;
                    last[there] = step;
                    next.add(new Reached(there, sum));
                }
            }
        }
        return cost[to] == PLENTY ? List.of() : way(from, to, last);
    }

    private List<Step> steps(int node, int without, long[] changes) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < counts.size(); i++) {
            if (i != without) {
                var count = counts.get(i);
                var step = count.from() == node ? new Step(i, true) : new Step(i, false);
                if ((count.from() == node || count.to() == node) && room(step, changes) > 0) {
                    steps.add(step);
                }
            }
        }
        return steps;
    }

    private int end(Step step) {
        var count = counts.get(step.count());
        return step.forward() ? count.to() : count.from();
    }

    private int start(Step step) {
        var count = counts.get(step.count());
        return step.forward() ? count.from() : count.to();
    }

    /** What readers lose; a zero tells as much as the smallest count that may be published. */
    private long price(int count) {
        return hidden.get(count) ? 0 : Math.max(counts.get(count).value(), SMALL + 1);
    }

    private List<Step> way(int from, int to, Step[] last) {
        var way = new ArrayList<Step>();
        for (int node = to; node != from; node = start(last[node])) {
            way.add(last[node]);
        }
        Collections.reverse(way);
        return way;
    }

    private int nodes() {
        return counts.stream()
                        .mapToInt(count -> Math.max(count.from(), count.to()))
                        .max()
                        .orElse(0)
                + 1;
    }
}
