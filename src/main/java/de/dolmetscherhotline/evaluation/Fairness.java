package de.dolmetscherhotline.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How sessions spread over a pool.
 *
 * @param members of the pool, whether they had sessions or not
 * @param neverAsked members who were not asked at all
 * @param withoutSession members who had none
 * @param topTenthPercent which part of the sessions the busiest tenth (at least one) had; null if there were none
 * @param gini 0 = all had the same, towards 1 = one had all; null if there were none
 * @param loads of everybody who was asked, most sessions first
 */
public record Fairness(
        int members,
        int neverAsked,
        int withoutSession,
        @Nullable BigDecimal topTenthPercent,
        @Nullable BigDecimal gini,
        List<Load> loads) {

    public Fairness {
        loads = List.copyOf(loads);
    }

    /**
     * Members without any request count with zero sessions.
     *
     * @param loads most sessions first
     * @param idle active members to whom nothing fell
     */
    public static Fairness of(List<Load> loads, int idle) {
        var sessions = Stream.concat(loads.stream().map(Load::sessions), Collections.nCopies(idle, 0L).stream())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return new Fairness(
                sessions.length,
                idle + (int) loads.stream().filter(load -> load.asked() == 0).count(),
                (int) LongStream.of(sessions).filter(some -> some == 0).count(),
                topTenth(sessions),
                gini(sessions),
                loads);
    }

    private static @Nullable BigDecimal topTenth(long[] ascending) {
        long all = LongStream.of(ascending).sum();
        if (all == 0) {
            return null;
        }
        int tenth = (ascending.length + 9) / 10;
        long theirs = LongStream.of(ascending).skip(ascending.length - tenth).sum();
        return BigDecimal.valueOf(100 * theirs).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
    }

    /** From the ranks: (2 Σ i·x(i)) / (n Σ x) − (n + 1) / n, where i counts from 1, fewest sessions first. */
    private static @Nullable BigDecimal gini(long[] ascending) {
        long all = LongStream.of(ascending).sum();
        if (all == 0) {
            return null;
        }
        long n = ascending.length;
        long ranked = 0;
        for (int i = 0; i < n; i++) {
            ranked += (i + 1) * ascending[i];
        }
        return BigDecimal.valueOf(2 * ranked - (n + 1) * all)
                .divide(BigDecimal.valueOf(n * all), 3, RoundingMode.HALF_UP);
    }
}
