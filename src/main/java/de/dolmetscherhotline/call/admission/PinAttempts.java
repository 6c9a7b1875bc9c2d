package de.dolmetscherhotline.call.admission;

import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.live.Attempts;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How often a wrong PIN may be entered, over all calls and processes. */
@Component
class PinAttempts {

    private static final String PER_NUMBER = "pin";
    private static final String HIDDEN_NUMBERS = "pin-hidden";
    private static final String PER_LINE = "pin-line";
    private static final Duration WINDOW = Duration.ofHours(1);

    /** What networks put in the place of a number that is hidden: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE in keys. */
    private static final Set<String> HIDDEN =
            Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");

    private final Attempts attempts;
    private final LimitSettings limits;

    PinAttempts(Attempts attempts, LimitSettings limits) {
        this.attempts = attempts;
        this.limits = limits;
    }

    /**
     * Whether one more PIN may be tried; counts it until it is {@link #forgive forgiven}. All who hide their number or give none that makes sense are counted as
     * one.
     *
     * @param from as the network gave it, for instance {@code anonymous}
     */
    Mono<Boolean> allowed(LineId line, String from) {
        return byCaller(line, from)
                .flatMap(allowed -> allowed
                        ? attempts.allowed(PER_LINE, line.toString(), limits.pinAttemptsPerLine(), WINDOW)
                        : Mono.just(false));
    }

    /** The PIN was right: whoever knows it may call as often as they like. */
    Mono<Void> forgive(LineId line, String from) {
        return forgiveCaller(line, from).then(Mono.defer(() -> attempts.forgive(PER_LINE, line.toString())));
    }

    private Mono<Void> forgiveCaller(LineId line, String from) {
        return shown(from)
                .map(number -> attempts.forgive(PER_NUMBER, line + " " + number.e164()))
                .orElseGet(() -> attempts.forgive(HIDDEN_NUMBERS, line.toString()));
    }

    private static Optional<PhoneNumber> shown(String from) {
        return PhoneNumber.parse(from).filter(number -> !HIDDEN.contains(number.e164()));
    }

    private Mono<Boolean> byCaller(LineId line, String from) {
        return shown(from)
                .map(number -> attempts.allowed(PER_NUMBER, line + " " + number.e164(), limits.pinAttempts(), WINDOW))
                .orElseGet(() -> attempts.allowed(HIDDEN_NUMBERS, line.toString(), limits.pinAttemptsHidden(), WINDOW));
    }
}
