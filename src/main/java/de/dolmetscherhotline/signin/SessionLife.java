package de.dolmetscherhotline.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a browser stays signed in. A shorter time holds for those who have signed in before, too.
 *
 * @param idle after which it is signed out if it is left alone
 * @param longest after which it is in any case
 */
public record SessionLife(Duration idle, Duration longest) {

    /** As many browsers may be signed in for one account; one more signs the oldest out. */
    public static final int MOST = 20;

    /** A session that was used so lately is not noted anew. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    /** When a session ends that is not used after now. */
    public Instant end(Instant signedInAt, Instant now) {
        var alone = now.plus(idle);
        var last = signedInAt.plus(longest);
        return alone.isBefore(last) ? alone : last;
    }

    public boolean isOver(Instant signedInAt, Instant now) {
        return !signedInAt.plus(longest).isAfter(now);
    }

    /** Whether it is to be noted that a session is used now. */
    public boolean isToBeNoted(Instant usedAt, Instant now) {
        return !usedAt.plus(NOTED_EVERY).isAfter(now);
    }
}
