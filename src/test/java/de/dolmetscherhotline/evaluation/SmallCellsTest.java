package de.dolmetscherhotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.evaluation.SmallCells.Count;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whoever reads published tables cannot work out a small count. The reader of these tests is dumb but thorough: he tries all
 * numbers in all hidden places, and keeps those that fit everything that was published.
 */
class SmallCellsTest {

    private static final long SEED = Long.getLong("cells.seed", 20_170_425L);

    @Test
    void aSingleSmallCountTakesTheNextSmallestAlong() {
        var counts = list(3, 20, 9, 40);
        assertThat(hidden(counts)).containsExactly(0, 2);
    }

    @Test
    void zerosAndLargeCountsArePublished() {
        assertThat(hidden(list(0, 5, 17))).isEmpty();
    }

    @Test
    void twoSmallCountsThatAddUpToTooLittleTakeAThirdAlong() {
        assertThat(hidden(list(1, 1, 30))).containsExactly(0, 1, 2);
    }

    @Test
    void nothingButTheTotalIsToldWhereHidingDoesNotHelp() {
        var counts = List.of(
                new Count(0, 1, 100, true),
                new Count(0, 1, 10, false),
                new Count(0, 1, 0, false),
                new Count(1, 0, 110, false));
        assertThat(hidden(counts)).containsExactly(0, 1, 2);
    }

    @Test
    void aSmallTotalIsNotToldEither() {
        assertThat(hidden(list(3, 0))).containsExactly(0, 1, 2);
    }

    @Test
    void whatFewPeopleStandBehindIsKeptVague() {
        var counts = List.of(
                new Count(0, 1, 100, true),
                new Count(0, 1, 60, false),
                new Count(0, 1, 500, false),
                new Count(1, 0, 660, false));
        var hidden = SmallCells.hidden(counts, 3);
        assertThat(stream(hidden)).containsExactly(0, 1);
        assertThat(possible(counts, hidden, 0)).contains(75L, 100L, 125L).doesNotContain(161L);
    }

    @Test
    void noReaderOfATableWorksOutASmallCount() {
        var random = new Random(SEED);
        for (int i = 0; i < 3_000; i++) {
            holdsIn(table(random, 2 + random.nextInt(2), 2, 1 + random.nextInt(7)));
        }
    }

    @Test
    void noReaderOfTwoTablesThatShareAMarginWorksOutASmallCount() {
        var random = new Random(SEED);
        for (int i = 0; i < 1_500; i++) {
            holdsIn(chain(random, 2, 2, 2, 1 + random.nextInt(6)));
        }
    }

    @Test
    void mostIsPublished() {
        var random = new Random(SEED);
        int published = 0;
        int all = 0;
        for (int i = 0; i < 300; i++) {
            var counts = table(random, 9, 3, 30);
            published +=
                    counts.size() - SmallCells.hidden(counts, counts.size() - 1).cardinality();
            all += counts.size();
        }
        assertThat(published / (double) all).isGreaterThan(0.75);
    }

    private static void holdsIn(List<Count> counts) {
        int total = counts.size() - 1;
        var hidden = SmallCells.hidden(counts, total);
        for (int i = 0; i < counts.size(); i++) {
            long value = counts.get(i).value();
            if (value >= 1 && value <= 4) {
                assertThat(hidden.get(i)).as("%s in %s", value, counts).isTrue();
            }
        }
        if (counts.get(total).value() <= 4) {
            assertThat(hidden.get(total)).isEqualTo(counts.get(total).value() > 0);
            return;
        }
        assertThat(hidden.get(total)).isFalse();
        for (int i : stream(hidden)) {
            long value = counts.get(i).value();
            var possible = possible(counts, hidden, i);
            assertThat(possible)
                    .as("what may be hidden at %s in %s, hidden %s", i, counts, hidden)
                    .contains(value);
            if (value >= 1 && value <= 4) {
                assertThat(possible)
                        .as("what may be hidden at %s in %s, hidden %s", i, counts, hidden)
                        .contains(1L, 2L, 3L, 4L);
            }
        }
    }

    /** All values of a hidden count that fit what is published. */
    private static Set<Long> possible(List<Count> counts, BitSet hidden, int position) {
        var possible = new TreeSet<Long>();
        new Reader(counts, hidden).tryAll(position, possible);
        return possible;
    }

    /** Tries values one place after the other; in a node of which all but one place is known, that one follows. */
    private static final class Reader {

        private final List<Count> counts;
        private final Long[] known;
        private final long most;

        private Reader(List<Count> counts, BitSet hidden) {
            this.counts = counts;
            this.known = new Long[counts.size()];
            this.most = counts.getLast().value();
            for (int i = 0; i < known.length; i++) {
                known[i] = hidden.get(i) ? null : counts.get(i).value();
            }
        }

        private void tryAll(int position, Set<Long> possible) {
            for (long value = 0; value <= most; value++) {
                known[position] = value;
                if (fits()) {
                    possible.add(value);
                }
                known[position] = null;
            }
        }

        private boolean fits() {
            var learnt = new ArrayList<Integer>();
            boolean fits = learn(learnt) && (firstUnknown() < 0 || someFits(firstUnknown()));
            learnt.forEach(i -> known[i] = null);
            return fits;
        }

        private boolean someFits(int position) {
            for (long value = 0; value <= most; value++) {
                known[position] = value;
                boolean fits = fits();
                known[position] = null;
                if (fits) {
                    return true;
                }
            }
            return false;
        }

        private int firstUnknown() {
            for (int i = 0; i < known.length; i++) {
                if (known[i] == null) {
                    return i;
                }
            }
            return -1;
        }

        /** False if something contradicts. */
        private boolean learn(List<Integer> learnt) {
            int nodes = counts.stream()
                    .mapToInt(count -> Math.max(count.from(), count.to()))
                    .max()
                    .orElse(0);
            boolean more = true;
            while (more) {
                more = false;
                for (int node = 0; node <= nodes; node++) {
                    int unknown = -1;
                    int unknowns = 0;
                    long balance = 0;
                    for (int i = 0; i < known.length; i++) {
                        int sign = sign(counts.get(i), node);
                        if (sign != 0 && known[i] == null) {
                            unknown = i;
                            unknowns++;
                        } else if (sign != 0) {
                            balance += sign * known[i];
                        }
                    }
                    if (unknowns == 0 && balance != 0) {
                        return false;
                    }
                    if (unknowns == 1) {
                        long value = -balance * sign(counts.get(unknown), node);
                        if (value < 0 || value > most) {
                            return false;
                        }
                        known[unknown] = value;
                        learnt.add(unknown);
                        more = true;
                    }
                }
            }
            return true;
        }

        private static int sign(Count count, int node) {
            return count.from() == node ? -1 : count.to() == node ? 1 : 0;
        }
    }

    private static List<Count> list(long... values) {
        var counts = new ArrayList<Count>();
        long sum = 0;
        for (long value : values) {
            counts.add(new Count(0, 1, value, false));
            sum += value;
        }
        counts.add(new Count(1, 0, sum, false));
        return counts;
    }

    /** Rows come from node 0, columns go to node 1. */
    private static List<Count> table(Random random, int rows, int columns, int most) {
        var counts = new ArrayList<Count>();
        var sums = new long[columns];
        long sum = 0;
        for (int row = 0; row < rows; row++) {
            long sumOfRow = 0;
            for (int column = 0; column < columns; column++) {
                long value = random.nextInt(3) == 0 ? 0 : random.nextInt(most + 1);
                counts.add(new Count(2 + row, 2 + rows + column, value, false));
                sums[column] += value;
                sumOfRow += value;
            }
            counts.add(new Count(0, 2 + row, sumOfRow, false));
            sum += sumOfRow;
        }
        for (int column = 0; column < columns; column++) {
            counts.add(new Count(2 + rows + column, 1, sums[column], false));
        }
        counts.add(new Count(1, 0, sum, false));
        return counts;
    }

    /** Groups by class, and classes by place: both tables have the sums of the classes. */
    private static List<Count> chain(Random random, int groups, int classes, int places, int most) {
        var counts = new ArrayList<Count>();
        var ofGroup = new long[groups];
        var ofClass = new long[classes];
        var ofPlace = new long[places];
        var here = new long[classes][places];
        for (int group = 0; group < groups; group++) {
            for (int one = 0; one < classes; one++) {
                long value = random.nextInt(most + 1);
                counts.add(new Count(2 + group, 10 + one, value, false));
                ofGroup[group] += value;
                ofClass[one] += value;
                for (int person = 0; person < value; person++) {
                    here[one][random.nextInt(places)]++;
                }
            }
        }
        long sum = 0;
        for (int group = 0; group < groups; group++) {
            counts.add(new Count(0, 2 + group, ofGroup[group], false));
            sum += ofGroup[group];
        }
        for (int one = 0; one < classes; one++) {
            counts.add(new Count(10 + one, 20 + one, ofClass[one], false));
            for (int place = 0; place < places; place++) {
                counts.add(new Count(20 + one, 30 + place, here[one][place], false));
                ofPlace[place] += here[one][place];
            }
        }
        for (int place = 0; place < places; place++) {
            counts.add(new Count(30 + place, 1, ofPlace[place], false));
        }
        counts.add(new Count(1, 0, sum, false));
        return counts;
    }

    private static List<Integer> hidden(List<Count> counts) {
        return stream(SmallCells.hidden(counts, counts.size() - 1));
    }

    private static List<Integer> stream(BitSet set) {
        return set.stream().boxed().toList();
    }
}
