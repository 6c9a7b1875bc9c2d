package de.dolmetscherhotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.dolmetscherhotline.testsupport.MovableClock;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult.NotBefore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ErasingTest {

    private static final Duration DAYS = Duration.ofDays(10);

    private final MovableClock clock = new MovableClock();
    private final List<Instant> asked = new ArrayList<>();

    @Test
    void whoeverKeepsSomethingIsAskedAlsoAfterOneThatFails() {
        Retention fails = now -> Mono.error(new IllegalStateException("away"));
        Retention notes = now -> Mono.fromRunnable(() -> asked.add(now));
        var erasing = new Erasing(List.of(fails, notes), clock);

        var result = erasing.handle(new WorkItem(1, erasing.kind(), null, "{}", 1, clock.instant(), clock.instant()))
                .block();

        assertThat(asked).containsExactly(clock.instant());
        assertThat(result).isEqualTo(new NotBefore(clock.instant().plus(Duration.ofMinutes(30))));
    }

    @Test
    void whatIsStillNeededCannotBeErased() {
        assertThatThrownBy(() -> new RetentionSettings(DAYS, DAYS, Duration.ofHours(12), DAYS, DAYS))
                .hasMessageContaining("hotline.retention.guests");
    }
}
