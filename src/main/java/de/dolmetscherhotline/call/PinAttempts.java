package de.dolmetscherhotline.call;

import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.live.Attempts;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How often a PIN may be entered, over all calls and processes. */
@Component
class PinAttempts {

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
     * Whether one more PIN may be tried; counts it. All who hide their number or give none that makes sense are counted as
     * one.
     *
     * @param from as the network gave it, for instance {@code anonymous}
     */
    Mono<Boolean> allowed(LineId line, String from) {
        return byCaller(line, from)
                .flatMap(allowed -> allowed
                        ? attempts.allowed("pin-line", line.toString(), limits.pinAttemptsPerLine(), WINDOW)
                        : Mono.just(false));
    }

    private Mono<Boolean> byCaller(LineId line, String from) {
        return PhoneNumber.parse(from)
                .filter(number -> !HIDDEN.contains(number.e164()))
                .map(number -> attempts.allowed("pin", line + " " + number.e164(), limits.pinAttempts(), WINDOW))
                .orElseGet(() -> attempts.allowed("pin-hidden", line.toString(), limits.pinAttemptsHidden(), WINDOW));
    }
}
