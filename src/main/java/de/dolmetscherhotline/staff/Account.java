package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.kernel.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff.
 *
 * @param hasPassword whether she has set one with the code of an invitation
 * @param hasSecondFactor whether a code of her authenticator was entered once
 * @param linkedAt since when an identity provider knows her; null if none does
 * @param invitedUntil until when the code that she was given last works; null if there is none, or she has used it
 */
public record Account(
        StaffId id,
        String name,
        String mail,
        Role role,
        boolean hasPassword,
        boolean hasSecondFactor,
        @Nullable Instant linkedAt,
        @Nullable Instant lastSignInAt,
        @Nullable Instant lockedAt,
        @Nullable Instant invitedUntil) {

    /** Also for templates. */
    public State state() {
        if (lockedAt != null) {
            return State.LOCKED;
        }
        return hasPassword || linkedAt != null ? State.ACTIVE : State.INVITED;
    }

    /** Whether she can sign in. */
    public enum State {
        /** Not before she has set a password with the code that she was given, or comes from an identity provider. */
        INVITED,
        ACTIVE,
        /** An administrator has taken her right to sign in. */
        LOCKED
    }

    /** Without name and mail address. */
    @Override
    public String toString() {
        return "Account " + id;
    }
}
