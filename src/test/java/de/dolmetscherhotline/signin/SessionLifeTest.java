package de.dolmetscherhotline.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionLifeTest {

    private static final Instant SIGNED_IN = Instant.parse("2026-11-30T08:00:00Z");

    private final SessionLife life = new SessionLife(Duration.ofHours(8), Duration.ofHours(24));

    @Test
    void aBrowserThatIsUsedStaysSignedInAWhileButNotForEver() {
        assertThat(life.end(SIGNED_IN, after(Duration.ofHours(1)))).isEqualTo(after(Duration.ofHours(9)));
        assertThat(life.end(SIGNED_IN, after(Duration.ofHours(16)))).isEqualTo(after(Duration.ofHours(24)));
        assertThat(life.end(SIGNED_IN, after(Duration.ofHours(23)))).isEqualTo(after(Duration.ofHours(24)));
    }

    @Test
    void theLongestTimeIsThatInForceNow() {
        assertThat(life.isOver(SIGNED_IN, after(Duration.ofHours(24).minusSeconds(1))))
                .isFalse();
        assertThat(life.isOver(SIGNED_IN, after(Duration.ofHours(24)))).isTrue();
    }

    @Test
    void useIsNotedEveryFiveMinutes() {
        assertThat(life.isToBeNoted(SIGNED_IN, after(Duration.ofMinutes(5).minusSeconds(1))))
                .isFalse();
        assertThat(life.isToBeNoted(SIGNED_IN, after(Duration.ofMinutes(5)))).isTrue();
    }

    private static Instant after(Duration time) {
        return SIGNED_IN.plus(time);
    }
}
