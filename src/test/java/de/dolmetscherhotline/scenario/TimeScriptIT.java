package de.dolmetscherhotline.scenario;

import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.MovableClock;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.work.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Base of all scripts. Time passes only when the script says so, and then everything that falls due happens, in order.
 */
abstract class TimeScriptIT extends HotlineIT {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final MovableClock CLOCK = TestTelephony.CLOCK;
    static final TelephoneNetwork NETWORK = TestTelephony.NETWORK;

    /** The longest that anything waits for its dead process, see {@code hotline.work.lease}. */
    static final Duration LEASE = Duration.ofSeconds(20);

    @Autowired
    private Worker worker;

    private boolean held;

    /** The process dies with everything in hand that is due now; it is found when the lease has run out. */
    void dieWithTheWorkInHand() {
        database()
                .sql("update work set leased_until = '" + CLOCK.instant().plus(LEASE) + "', attempts = attempts + 1"
                        + " where due_at <= '" + CLOCK.instant() + "' and given_up_at is null")
                .then()
                .block();
    }

    /** All of this happens at the same instant, in whatever order the network brings it. */
    void atTheSameInstant(Runnable deeds) {
        held = true;
        deeds.run();
        held = false;
        settle();
    }

    /** Lets everything happen that is due now. */
    void settle() {
        if (held) {
            return;
        }
        boolean something;
        do {
            something = NETWORK.runDue();
            something |= Objects.requireNonNullElse(worker.drain().block(), 0L) > 0;
        } while (something);
    }

    /** Lets time pass, stopping at every instant at which something falls due. */
    void pass(Duration time) {
        var end = CLOCK.instant().plus(time);
        settle();
        for (var next = nextDue(); next.isPresent() && !next.get().isAfter(end); next = nextDue()) {
            CLOCK.moveTo(next.get());
            settle();
        }
        CLOCK.moveTo(end);
        settle();
    }

    /** Lets time pass in which nothing is done, as if all processes stood still; then all that fell due is done. */
    void leap(Duration time) {
        settle();
        CLOCK.pass(time);
        settle();
    }

    void seconds(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    /** Lets time pass until this holds, at most so many seconds. */
    void within(int most, Runnable expectation) {
        for (var passed = 0; passed < most; passed++) {
            try {
                expectation.run();
                return;
            } catch (AssertionError notYet) {
                seconds(1);
            }
        }
        expectation.run();
    }

    private Optional<Instant> nextDue() {
        return Stream.concat(NETWORK.nextDue().stream(), worker.nextDue().blockOptional().stream())
                .min(Instant::compareTo);
    }

    /** Moves on to this wall time of the district; nothing may be going on that cannot wait so long. */
    void moveTo(LocalDateTime there) {
        CLOCK.moveTo(there.atZone(BERLIN).toInstant());
        settle();
    }

    /** By the wall time of the district. */
    LocalDate tomorrow() {
        return LocalDate.ofInstant(CLOCK.instant(), BERLIN).plusDays(1);
    }
}
