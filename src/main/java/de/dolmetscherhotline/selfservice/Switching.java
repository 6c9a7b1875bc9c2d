package de.dolmetscherhotline.selfservice;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Interpreters;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What holds for a volunteer, and how she changes it. */
@Component
class Switching {

    private final Interpreters interpreters;
    private final Clock clock;

    Switching(Interpreters interpreters, Clock clock) {
        this.interpreters = interpreters;
        this.clock = clock;
    }

    /**
     * What holds.
     *
     * @param available whether she may be rung
     * @param until when that changes; null = not unless she says so
     */
    record State(boolean available, @Nullable Instant until) {}

    /** What holds now; empty if there is no such member. */
    Mono<State> now(InterpreterId who) {
        return interpreters.byId(who).map(this::state);
    }

    private State state(Interpreter member) {
        var until = member.availableUntil();
        var holds = until == null || until.isAfter(clock.instant());
        return holds && member.available() != null ? new State(member.available(), until) : new State(false, null);
    }

    /** From now on she is available, or is not, until further notice; false if there is no such member. */
    Mono<Boolean> say(InterpreterId who, boolean available) {
        return interpreters.setAvailability(who, available, null);
    }
}
