package de.dolmetscherhotline.dashboard.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.evaluation.Fairness;
import de.dolmetscherhotline.evaluation.Load;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadFiguresTest {

    @Test
    void theMedianIsTheMiddleOfAllMembersIdleOnesIncluded() {
        assertThat(median(0)).isZero();
        assertThat(median(0, 4)).isEqualTo(4);
        assertThat(median(1, 4)).isEqualTo(2);
        assertThat(median(0, 1, 7, 3)).isEqualTo(3);
        assertThat(median(2, 1, 7, 3)).isEqualTo(1);
        assertThat(median(4, 9)).isZero();
    }

    private static double median(int idle, long... asked) {
        List<Load> loads = LongStream.of(asked)
                .mapToObj(often -> new Load(UUID.randomUUID(), 0, 0, often, 0))
                .toList();
        return LoadFigures.median(Fairness.of(loads, idle), Load::asked);
    }
}
