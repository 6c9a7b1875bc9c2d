package de.dolmetscherhotline.member;

import de.dolmetscherhotline.live.Attempts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How often a password or a code may be guessed, over all processes. Who guesses at somebody's password keeps her out, but only
 * for some minutes, and not where she is signed in.
 */
@Component
class SignInLimits {

    private static final String PER_MAIL = "portal-mail";
    private static final String PER_NETWORK = "portal-network";
    private static final String CODES = "portal-code";

    private final Attempts attempts;
    private final PortalSettings settings;

    SignInLimits(Attempts attempts, PortalSettings settings) {
        this.attempts = attempts;
        this.settings = settings;
    }

    /** Whether one more password may be tried; counts it until it is {@link #forgive forgiven}. */
    Mono<Boolean> allowed(Mail mail, String network) {
        return attempts.allowed(PER_NETWORK, network, settings.wrongPerNetwork(), settings.window())
                .flatMap(allowed -> allowed
                        ? attempts.allowed(PER_MAIL, mail.address(), settings.wrongPerMail(), settings.window())
                        : Mono.just(false));
    }

    /** The password was right. */
    Mono<Void> forgive(Mail mail, String network) {
        return attempts.forgive(PER_MAIL, mail.address())
                .then(Mono.defer(() -> attempts.forgive(PER_NETWORK, network)));
    }

    /** Counts a wrong code; false if there were too many. One that works is never kept out by the wrong ones of others. */
    Mono<Boolean> wrongCode(String network) {
        return attempts.allowed(CODES, network, settings.wrongPerNetwork(), settings.window());
    }
}
