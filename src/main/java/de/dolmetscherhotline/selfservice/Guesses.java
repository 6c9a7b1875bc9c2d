package de.dolmetscherhotline.selfservice;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.live.Attempts;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How often a volunteer's PIN may be guessed, over all calls and processes. Who forges her number can keep her from switching
 * by telephone for an hour, but not by text or on her page.
 */
@Component
class Guesses {

    private static final String PER_VOLUNTEER = "volunteer-pin";
    private static final String PER_LINE = "volunteer-pin-line";
    private static final int MOST_PER_VOLUNTEER = 6;
    private static final int MOST_PER_LINE = 60;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Attempts attempts;

    Guesses(Attempts attempts) {
        this.attempts = attempts;
    }

    /** Whether one more PIN may be tried; counts it until it is {@link #forgive forgiven}. */
    Mono<Boolean> allowed(LineId line, InterpreterId who) {
        return attempts.allowed(PER_VOLUNTEER, who.toString(), MOST_PER_VOLUNTEER, WINDOW)
                .flatMap(allowed -> allowed
                        ? attempts.allowed(PER_LINE, line.toString(), MOST_PER_LINE, WINDOW)
                        : Mono.just(false));
    }

    /** The PIN was right. */
    Mono<Void> forgive(LineId line, InterpreterId who) {
        return attempts.forgive(PER_VOLUNTEER, who.toString())
                .then(Mono.defer(() -> attempts.forgive(PER_LINE, line.toString())));
    }
}
