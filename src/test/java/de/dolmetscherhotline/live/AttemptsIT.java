package de.dolmetscherhotline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.dolmetscherhotline.privacy.Vault;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.MovableClock;
import de.dolmetscherhotline.testsupport.Numbers;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.data.redis.core.StringRedisTemplate;

/** How often something may be tried, counted by two processes, with Redis and without. */
class AttemptsIT extends HotlineIT {

    private static final int MOST = 3;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration AT_ONCE = Duration.ofMillis(900);

    @Autowired
    private DataRedisConnectionDetails redis;

    @Autowired
    private StringRedisTemplate look;

    @Autowired
    private Vault vault;

    private final String name = "test-" + UUID.randomUUID();
    private final String subject = Numbers.landline();
    private final MovableClock clock = new MovableClock();
    private WiredRedis wired = WiredRedis.at(1);

    AttemptsIT() throws IOException {}

    @BeforeEach
    void connect() throws IOException {
        wired.close();
        wired = WiredRedis.at(Objects.requireNonNull(redis.getStandalone()).getPort());
    }

    @AfterEach
    void close() throws IOException {
        wired.close();
    }

    @Test
    void processesCountTogether() {
        var one = process();
        var two = process();

        assertThat(may(one)).isTrue();
        assertThat(may(two)).isTrue();
        assertThat(may(one)).isTrue();
        assertThat(may(two)).isFalse();
        assertThat(may(one)).isFalse();
    }

    @Test
    void attemptThatTurnsOutToBeRightDoesNotCount() {
        var one = process();
        var two = process();
        for (int attempt = 0; attempt <= MOST; attempt++) {
            assertThat(may(one)).isTrue();
            one.forgive(name, subject).block();
        }
        for (int attempt = 0; attempt < MOST; attempt++) {
            assertThat(may(two)).isTrue();
        }
        assertThat(may(two)).isFalse();
    }

    @Test
    void windowBeginsWithTheFirstAttempt() {
        var one = process();
        assertThat(may(one)).isTrue();
        clock.pass(WINDOW.minusSeconds(1));
        assertThat(may(one)).isTrue();
        assertThat(may(one)).isTrue();
        assertThat(may(one)).isFalse();

        clock.pass(Duration.ofSeconds(1));

        assertThat(may(one)).isTrue();
        assertThat(may(process())).isTrue();
    }

    @Test
    void whoeverMustWaitIsToldHowLong() {
        var one = process();
        var two = process();
        assertThat(untilAllowed(one)).isZero();
        clock.pass(Duration.ofMinutes(10));
        exhaust(one, subject);

        assertThat(untilAllowed(one)).isEqualTo(Duration.ofMinutes(50));
        assertThat(untilAllowed(two)).isEqualTo(Duration.ofMinutes(50));
        clock.pass(Duration.ofMinutes(49));
        assertThat(untilAllowed(two)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void subjectsAreCountedApart() {
        var one = process();
        exhaust(one, subject);

        assertThat(may(one, subject)).isFalse();
        assertThat(may(one, Numbers.landline())).isTrue();
    }

    @Test
    void redisNeverSeesTheSubject() {
        may(process());

        assertThat(look.keys("hotline:attempts:" + name + ":*"))
                .hasSize(1)
                .allSatisfy(key -> assertThat(key).doesNotContain(subject.substring(5)));
    }

    @Test
    void withoutRedisEachProcessKeepsTheLimitAlone() {
        var one = process();
        var two = process();
        assertThat(may(one)).isTrue();
        wired.wire.cut();

        assertThat(may(one)).isTrue();
        assertThat(may(one)).isTrue();
        assertThat(may(one)).isFalse();
        exhaust(two, subject);
        assertThat(may(two)).isFalse();
    }

    @Test
    void nobodySlipsThroughWhenRedisComesBack() {
        wired.wire.cut();
        var one = process();
        exhaust(one, subject);
        wired.wire.mend();
        clock.pass(PatientRedis.WITHOUT_REDIS);

        assertThat(may(one)).isFalse();
        clock.pass(WINDOW);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            clock.pass(PatientRedis.WITHOUT_REDIS);
            may(one, "somebody else");
            return !look.keys("hotline:attempts:" + name + ":*").isEmpty();
        });
    }

    @Test
    void nobodyWaitsForARedisThatHangs() {
        var one = process();
        may(one);
        wired.wire.hold();

        var started = System.nanoTime();
        assertThat(may(one)).isTrue();
        assertThat(may(one)).isTrue();
        assertThat(may(one)).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(AT_ONCE);
    }

    @Test
    void whoeverInventsSubjectsWithoutEndDoesNotFillTheMemoryAndMeetsALimit() {
        wired.wire.cut();
        var one = process();
        for (int n = 0; n < Attempts.MOST_SUBJECTS; n++) {
            may(one, "invented " + n);
        }

        assertThat(may(one, "one more")).isTrue();
        exhaust(one, "yet another");
        assertThat(may(one, "and another")).isFalse();
        assertThat(may(one, "invented 7")).isTrue();

        clock.pass(WINDOW);
        assertThat(may(one, "and another")).isTrue();
    }

    private void exhaust(Attempts process, String whose) {
        for (int attempt = 0; attempt < MOST; attempt++) {
            may(process, whose);
        }
    }

    private boolean may(Attempts process) {
        return may(process, subject);
    }

    private boolean may(Attempts process, String whose) {
        return Objects.requireNonNull(process.allowed(name, whose, MOST, WINDOW).block());
    }

    private Duration untilAllowed(Attempts process) {
        return Objects.requireNonNull(
                process.untilAllowed(name, subject, MOST, WINDOW).block());
    }

    private Attempts process() {
        return new Attempts(wired.connect(), vault, clock);
    }
}
