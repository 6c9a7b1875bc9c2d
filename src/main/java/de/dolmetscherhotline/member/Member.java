package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in for an organisation.
 *
 * @param hasPassword whether she has accepted an invitation
 * @param invitedUntil until when the code that she was given last works; null if there is none, or she has used it
 */
record Member(
        MemberId id,
        String name,
        String mail,
        boolean hasPassword,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
        @Nullable Instant disabledAt,
        @Nullable Instant invitedUntil) {

    /** Also for templates. */
    public State state() {
        if (disabledAt != null) {
            return State.DISABLED;
        }
        return hasPassword ? State.ACTIVE : State.INVITED;
    }

    /** Whether she can sign in. */
    enum State {
        /** Not before she has set a password with the code that she was given. */
        INVITED,
        ACTIVE,
        /** Somebody has taken her right to sign in. */
        DISABLED
    }
}
