package de.dolmetscherhotline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.MovableClock;
import de.dolmetscherhotline.testsupport.Wire;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The rate at which the account may dial, kept by two processes, with Redis and without. */
class RateLimitsIT extends HotlineIT {

    private static final double PER_SECOND = 2;
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration AT_ONCE = Duration.ofMillis(900);

    @Autowired
    private DataRedisConnectionDetails redis;

    @Autowired
    private StringRedisTemplate look;

    private final String queue = "test-" + UUID.randomUUID();
    private final MovableClock clock = new MovableClock();
    private WiredRedis wired;
    private Wire wire;
    private RateLimits one;
    private RateLimits two;

    RateLimitsIT() throws IOException {
        wired = WiredRedis.at(1);
        wire = wired.wire;
        one = process(clock);
        two = one;
    }

    @BeforeEach
    void twoProcessesOnOneRedis() throws IOException {
        wired.close();
        wired = WiredRedis.at(Objects.requireNonNull(redis.getStandalone()).getPort());
        wire = wired.wire;
        one = process(clock);
        two = process(clock);
    }

    @AfterEach
    void close() throws IOException {
        wired.close();
    }

    @Test
    void twoProcessesTakeTurns() {
        assertThat(take(one)).isZero();
        assertThat(take(two)).isEqualTo(INTERVAL);
        assertThat(take(one)).isEqualTo(INTERVAL);

        clock.pass(INTERVAL.minusMillis(100));
        assertThat(take(two)).isEqualTo(Duration.ofMillis(100));

        clock.pass(Duration.ofMillis(100));
        assertThat(take(two)).isZero();
        assertThat(take(one)).isEqualTo(INTERVAL);
    }

    @Test
    void whileRedisIsAwayEachProcessKeepsTheRateByItself() {
        assertThat(take(one)).isZero();
        wire.cut();
        clock.pass(INTERVAL);

        assertThat(take(one)).isZero();
        assertThat(take(one)).isEqualTo(INTERVAL);
        assertThat(take(two)).isZero();
        assertThat(take(two)).isEqualTo(INTERVAL);
    }

    @Test
    void nobodyWaitsForARedisThatHangsAndLaterItIsAskedAgain() {
        assertThat(take(one)).isZero();
        wire.hold();
        clock.pass(INTERVAL);

        var started = System.nanoTime();
        assertThat(take(one)).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(AT_ONCE);

        started = System.nanoTime();
        for (int turn = 0; turn < 8; turn++) {
            clock.pass(INTERVAL);
            assertThat(take(one)).isZero();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .as("asked once, not eight times")
                .isLessThan(PatientRedis.PATIENCE);

        wire.mend();
        assertTakesTurnsAgain();
    }

    @Test
    void whatWasTakenAloneStillCountsWhenRedisIsBack() {
        assertThat(take(one)).isZero();
        wire.cut();
        clock.pass(PatientRedis.WITHOUT_REDIS);
        assertThat(take(one)).isZero();
        wire.mend();

        assertThat(take(one)).isEqualTo(INTERVAL);
        assertTakesTurnsAgain();
    }

    @Test
    void processThatStartsWithoutRedisIsNotHeldUp() {
        wire.cut();
        var started = System.nanoTime();

        assertThat(take(one)).isZero();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(AT_ONCE);
    }

    @Test
    void requestThatWasOvertakenOnItsWayGetsNoPlaceOfItsOwn() {
        var behind = new MovableClock();
        behind.moveTo(clock.instant());
        clock.pass(Duration.ofMillis(5));
        var overtaken = process(behind);

        assertThat(take(one)).isZero();
        assertThat(take(overtaken)).isPositive();
    }

    @Test
    void clockThatRunsAheadInOneProcessDoesNotStarveTheOther() {
        var ahead = new MovableClock();
        ahead.moveTo(clock.instant().plusSeconds(3600));
        var fast = process(ahead);

        assertThat(take(fast)).isZero();
        assertThat(take(one)).isZero();
        assertThat(take(one)).isEqualTo(INTERVAL);
    }

    private void assertTakesTurnsAgain() {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            clock.pass(PatientRedis.WITHOUT_REDIS);
            var taken = take(one);
            return taken.isZero()
                    && look.opsForValue().get("hotline:rate:" + queue) != null
                    && !take(two).isZero();
        });
    }

    private Duration take(RateLimits process) {
        return Objects.requireNonNull(process.take(queue, PER_SECOND).block());
    }

    private RateLimits process(Clock time) {
        return new RateLimits(wired.connect(), time);
    }
}
