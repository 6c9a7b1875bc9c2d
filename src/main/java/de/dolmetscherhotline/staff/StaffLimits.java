package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.kernel.StaffId;
import de.dolmetscherhotline.live.Attempts;
import de.dolmetscherhotline.signin.GuessLimits;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How often passwords, codes and second factors of staff may be guessed. */
@Component
class StaffLimits extends GuessLimits {

    private static final String SECOND_FACTOR = "dashboard-second-factor";

    private final Attempts attempts;
    private final StaffSettings settings;

    StaffLimits(Attempts attempts, StaffSettings settings) {
        super("dashboard", attempts, settings.window(), settings.wrongPerMail(), settings.wrongPerNetwork());
        this.attempts = attempts;
        this.settings = settings;
    }

    /** Whether one more code may be tried; counts it until it is {@link #forgive(StaffId) forgiven}. */
    Mono<Boolean> allowed(StaffId who) {
        return attempts.allowed(SECOND_FACTOR, who.toString(), settings.wrongSecondFactors(), settings.window());
    }

    /** The code was right. */
    Mono<Void> forgive(StaffId who) {
        return attempts.forgive(SECOND_FACTOR, who.toString());
    }
}
