package de.dolmetscherhotline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TextLimitsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void firstTextGoesAtOnce() {
        assertThat(forInterpreter()).isZero();
    }

    @Test
    void interpreterGetsOneTextAMinute() {
        assertThat(forInterpreter(20)).hasSeconds(40);
        assertThat(forInterpreter(60)).isZero();
    }

    @Test
    void interpreterGetsThreeTextsInAQuarterOfAnHour() {
        assertThat(forInterpreter(600, 120, 300)).hasMinutes(5);
        assertThat(forInterpreter(900, 120, 300)).isZero();
    }

    @Test
    void interpreterGetsFiveTextsAnHour() {
        assertThat(forInterpreter(2400, 2300, 1800, 1200, 120)).hasMinutes(20);
        assertThat(forInterpreter(3600, 2300, 1800, 1200, 120)).isZero();
    }

    @Test
    void alarmDoesNotWaitForTheOneBeforeItButAlarmsHaveAnEnd() {
        assertThat(forCoordinator(0, 0, 0, 0)).isZero();
        assertThat(forCoordinator(300, 200, 100, 10, 0)).hasMinutes(10);
        assertThat(forCoordinator(
                        LongStream.range(0, 12).map(n -> 3000 - n * 200).toArray()))
                .hasMinutes(10);
    }

    @Test
    void noLimitLooksFurtherBackThanWhatIsRead() {
        assertThat(List.of(TextLimits.FOR_INTERPRETERS, TextLimits.FOR_COORDINATORS))
                .flatExtracting(TextLimits::limits)
                .allSatisfy(limit -> assertThat(limit.within()).isLessThanOrEqualTo(TextLimits.LOOKS_BACK));
    }

    private static Duration forInterpreter(long... secondsAgo) {
        return wait(TextLimits.FOR_INTERPRETERS, secondsAgo);
    }

    private static Duration forCoordinator(long... secondsAgo) {
        return wait(TextLimits.FOR_COORDINATORS, secondsAgo);
    }

    private static Duration wait(TextLimits limits, long... secondsAgo) {
        var sent = LongStream.of(secondsAgo).mapToObj(NOW::minusSeconds).toList();
        var wait = Duration.between(NOW, limits.earliest(sent, NOW));
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
