package de.dolmetscherhotline.call.admission;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How often PINs may be entered, with the default limits. */
class PinAttemptsIT extends HotlineIT {

    @Autowired
    private PinAttempts attempts;

    private final LineId line = LineId.random();
    private final String number = Numbers.landline();

    @Test
    void tenPinsInAnHourFromOneNumberAtOneLine() {
        assertThat(allowed(line, number, 15)).isEqualTo(10);
        assertThat(allowed(line, Numbers.landline(), 1)).isEqualTo(1);
        assertThat(allowed(LineId.random(), number, 1)).isEqualTo(1);

        TestTelephony.CLOCK.pass(Duration.ofHours(1));
        assertThat(allowed(line, number, 1)).isEqualTo(1);
    }

    @Test
    void oneNumberIsOneHoweverItIsWritten() {
        allowed(line, number, 9);

        assertThat(allowed(line, number.replace("+49", "0"), 2)).isEqualTo(1);
    }

    @Test
    void allWhoHideTheirNumberAreCountedAsOne() {
        assertThat(allowed(line, "anonymous", 30)).isEqualTo(30);
        assertThat(allowed(line, "+266696687", 20)).isEqualTo(20);
        assertThat(allowed(line, "", 5) + allowed(line, "'; drop table call", 5))
                .isEqualTo(10);
        assertThat(allowed(line, "Restricted", 1)).isZero();
        assertThat(allowed(line, number, 1)).isEqualTo(1);
        assertThat(allowed(LineId.random(), "anonymous", 1)).isEqualTo(1);
    }

    @Test
    void whoForgesAnotherNumberEachTimeIsStoppedToo() {
        var forged = IntStream.range(0, 260).filter(n -> allowed(line, "+493023125%03d".formatted(n), 1) == 1);

        assertThat(forged.count()).isEqualTo(240);
    }

    private long allowed(LineId at, String from, int times) {
        return IntStream.range(0, times)
                .filter(attempt ->
                        Objects.requireNonNull(attempts.allowed(at, from).block()))
                .count();
    }
}
