package de.dolmetscherhotline.selfservice;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Word;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.matching.Duty;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What holds for a volunteer, and how she changes it. */
@Component
class Switching {

    private final Availabilities availabilities;
    private final Clock clock;

    Switching(Availabilities availabilities, Clock clock) {
        this.availabilities = availabilities;
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
        return availabilities
                .standing(who)
                .map(standing -> new State(standing.duty() == Duty.ON_DUTY, standing.until()));
    }

    /** From now on she is available, or is not, until further notice; false if there is no such member. */
    Mono<Boolean> say(InterpreterId who, boolean available) {
        var word = available ? Word.on(clock.instant()) : Word.off(clock.instant());
        return availabilities.say(who, word).hasElement();
    }
}
