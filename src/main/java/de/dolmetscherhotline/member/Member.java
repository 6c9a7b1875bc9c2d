package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in for an organisation.
 *
 * @param hasPassword whether she has set one with the code of an invitation
 * @param linked whether she has signed in with an identity provider, which knows her from then on
 * @param invitedUntil until when the code that she was given last works; null if there is none, or she has used it
 */
public record Member(
        MemberId id,
        String name,
        String mail,
        boolean hasPassword,
        boolean linked,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
        @Nullable Instant disabledAt,
        @Nullable Instant invitedUntil) {

    /** Also for templates. */
    public State state() {
        if (disabledAt != null) {
            return State.DISABLED;
        }
        return hasPassword || linked ? State.ACTIVE : State.INVITED;
    }

    /** Whether she can sign in. */
    public enum State {
        /** She has not been here yet: with the code that she was given she sets a password. */
        INVITED,
        ACTIVE,
        /** Somebody has taken her right to sign in. */
        DISABLED
    }
}
