package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.benchmark.Chaos;
import de.dolmetscherhotline.benchmark.ChaosPlan;
import de.dolmetscherhotline.testsupport.BesideOthers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A short run of the chaos, in real time: two instances, each killed once, third parties, and every mishap there is. */
@BesideOthers
class ChaosIT {

    private static final ChaosPlan SHORT = new ChaosPlan(
            30,
            2,
            60,
            Duration.ofSeconds(40),
            4711,
            Duration.ofSeconds(10),
            Duration.ofSeconds(6),
            Duration.ofSeconds(120),
            Path.of("target/chaos-test").toAbsolutePath());

    @Test
    void nobodyIsForgottenAndNothingIsLeft() throws IOException, InterruptedException {
        assertThat(Chaos.run(SHORT, System.out)).isEmpty();
    }
}
