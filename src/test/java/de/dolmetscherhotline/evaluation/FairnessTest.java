package de.dolmetscherhotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FairnessTest {

    @Test
    void whereAllHaveTheSameNothingIsUneven() {
        var fairness = Fairness.of(loads(5, 5, 5, 5), 0);
        assertThat(fairness.gini()).isEqualByComparingTo("0");
        assertThat(fairness.topTenthPercent()).isEqualByComparingTo("25.0");
        assertThat(fairness.withoutSession()).isZero();
    }

    @Test
    void whereOneHasAllTheRestIsIdle() {
        var fairness = Fairness.of(loads(8), 9);
        assertThat(fairness.gini()).isEqualByComparingTo("0.9");
        assertThat(fairness.topTenthPercent()).isEqualByComparingTo("100");
        assertThat(fairness.members()).isEqualTo(10);
        assertThat(fairness.neverAsked()).isEqualTo(9);
        assertThat(fairness.withoutSession()).isEqualTo(9);
    }

    @Test
    void theMeanDifferenceOfAllPairsIsTheSame() {
        long[] sessions = {17, 9, 9, 4, 1, 0};
        double differences = 0;
        for (long one : sessions) {
            for (long other : sessions) {
                differences += Math.abs(one - other);
            }
        }
        double expected =
                differences / (2.0 * sessions.length * LongStream.of(sessions).sum());
        assertThat(Fairness.of(loads(17, 9, 9, 4, 1), 1).gini())
                .isCloseTo(BigDecimal.valueOf(expected), within(new BigDecimal("0.0005")));
    }

    @Test
    void withoutSessionsThereIsNothingToCompare() {
        var fairness = Fairness.of(List.of(), 3);
        assertThat(fairness.gini()).isNull();
        assertThat(fairness.topTenthPercent()).isNull();
        assertThat(fairness.neverAsked()).isEqualTo(3);
    }

    private static List<Load> loads(long... sessions) {
        return LongStream.of(sessions)
                .mapToObj(some -> new Load(UUID.randomUUID(), some, some * 60_000, some + 1, some))
                .toList();
    }
}
