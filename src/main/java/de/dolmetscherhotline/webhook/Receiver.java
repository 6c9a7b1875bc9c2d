package de.dolmetscherhotline.webhook;

import de.dolmetscherhotline.kernel.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's own system, to be told of what happens.
 *
 * @param version changes whenever its address and secret are set
 * @param failingSince since when no attempt has succeeded; null if the last one did, or none was made
 * @param lastFailure what came of the last attempt, in a word; null if it did not fail
 * @param restsUntil until when nobody tries while it fails; null: not
 * @param givenUp how many announcements were given up
 * @param givenUpAt when the last of them was
 * @param disabledAt when it said that it wants nothing any more; null: it never did
 */
record Receiver(
        OrganisationId organisation,
        UUID version,
        String url,
        String secretCipher,
        Instant createdAt,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant failingSince,
        @Nullable String lastFailure,
        @Nullable Instant restsUntil,
        long givenUp,
        @Nullable Instant givenUpAt,
        @Nullable Instant disabledAt) {

    enum State {
        /** The last attempt succeeded, or none was made yet. */
        WORKING,
        FAILING,
        /** It said that it wants nothing any more. */
        SWITCHED_OFF
    }

    State state() {
        if (disabledAt != null) {
            return State.SWITCHED_OFF;
        }
        return failingSince == null ? State.WORKING : State.FAILING;
    }

    /** Since when it fails, if an attempt does now. */
    Instant failingSince(Instant now) {
        return failingSince == null ? now : failingSince;
    }

    /** Neither address nor secret. */
    @Override
    public String toString() {
        return "Receiver of " + organisation;
    }
}
