package de.dolmetscherhotline.signin;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.live.Attempts;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * How often a password or a code may be guessed, and somebody come from an identity provider in vain, over all processes. Who
 * guesses at somebody's password keeps her out, but only for some minutes, and not where she is signed in.
 */
public abstract class GuessLimits {

    private final String place;
    private final Attempts attempts;
    private final Duration window;
    private final int wrongPerMail;
    private final int wrongPerNetwork;

    /**
     * Limits.
     *
     * @param place where people sign in; wrong ones elsewhere are not counted here
     * @param window in which they are counted
     */
    protected GuessLimits(String place, Attempts attempts, Duration window, int wrongPerMail, int wrongPerNetwork) {
        this.place = place;
        this.attempts = attempts;
        this.window = window;
        this.wrongPerMail = wrongPerMail;
        this.wrongPerNetwork = wrongPerNetwork;
    }

    /** Whether one more password may be tried; counts it until it is {@link #forgive forgiven}. */
    public Mono<Boolean> allowed(MailAddress mail, String network) {
        return attempts.allowed(place + "-network", network, wrongPerNetwork, window)
                .flatMap(allowed -> allowed
                        ? attempts.allowed(place + "-mail", mail.address(), wrongPerMail, window)
                        : Mono.just(false));
    }

    /** The password was right. */
    public Mono<Void> forgive(MailAddress mail, String network) {
        return attempts.forgive(place + "-mail", mail.address())
                .then(Mono.defer(() -> attempts.forgive(place + "-network", network)));
    }

    /** Whether somebody may come from the identity provider; counts it until it is {@link #forgiveProvider forgiven}. */
    public Mono<Boolean> provider(String network) {
        return attempts.allowed(place + "-provider", network, wrongPerNetwork, window);
    }

    public Mono<Void> forgiveProvider(String network) {
        return attempts.forgive(place + "-provider", network);
    }

    /** Counts a wrong code; false if there were too many. One that works is never kept out by the wrong ones of others. */
    public Mono<Boolean> wrongCode(String network) {
        return attempts.allowed(place + "-code", network, wrongPerNetwork, window);
    }
}
