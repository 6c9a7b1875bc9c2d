package de.dolmetscherhotline.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Instant BEGAN = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void pausesGrowAndEndAfterADay() {
        var attempts = new ArrayList<Instant>();
        for (var next = Optional.of(BEGAN); next.isPresent(); ) {
            attempts.add(next.get());
            next = Patience.nextAttempt(BEGAN, next.get());
        }

        assertThat(attempts.get(1)).isEqualTo(BEGAN.plusSeconds(5));
        assertThat(attempts.getLast()).isEqualTo(BEGAN.plus(Patience.LONGEST));
        assertThat(attempts).isSorted().doesNotHaveDuplicates().hasSizeBetween(12, 24);
        for (int i = 2; i < attempts.size() - 1; i++) {
            assertThat(Duration.between(attempts.get(i), attempts.get(i + 1)))
                    .isLessThanOrEqualTo(Duration.ofHours(4))
                    .isGreaterThanOrEqualTo(
                            i + 1 == attempts.size() - 1
                                    ? Duration.ZERO
                                    : Duration.between(attempts.get(i - 1), attempts.get(i)));
        }
    }

    @Test
    void receiverThatDoesNotAnswerRestsLongerAndLonger() {
        assertThat(Patience.restUntil(BEGAN, BEGAN)).isEqualTo(BEGAN.plusSeconds(5));
        assertThat(Patience.restUntil(BEGAN, BEGAN.plusSeconds(90))).isEqualTo(BEGAN.plusSeconds(180));
        assertThat(Patience.restUntil(BEGAN, BEGAN.plusSeconds(90_000)))
                .isEqualTo(BEGAN.plusSeconds(90_000).plus(Duration.ofMinutes(10)));
    }
}
