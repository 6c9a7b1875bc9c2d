package de.dolmetscherhotline.access;

import java.io.Serial;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A key does not let anybody in, although it may be a right one. */
final class KeyRefused extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why. */
    enum Reason {
        /** Its organisation is. */
        BLOCKED,
        /** It was used too often. */
        TOO_OFTEN,
        /** Nobody could look it up. */
        AWAY
    }

    private final Reason reason;
    private final Duration pause;

    private KeyRefused(Reason reason, Duration pause) {
        super(reason.name());
        this.reason = reason;
        this.pause = pause;
    }

    static KeyRefused blocked() {
        return new KeyRefused(Reason.BLOCKED, Duration.ZERO);
    }

    static KeyRefused tooOften(Duration pause) {
        return new KeyRefused(Reason.TOO_OFTEN, pause);
    }

    static KeyRefused away() {
        return new KeyRefused(Reason.AWAY, Duration.ZERO);
    }

    Reason reason() {
        return reason;
    }

    /** Until the key may be used again; zero unless it was used too often. */
    Duration pause() {
        return pause;
    }
}
