package de.dolmetscherhotline.call;

import de.dolmetscherhotline.kernel.Language;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that somebody was asked by telephone.
 *
 * @param fate what became of it, as in the session log; null = it is not over yet
 * @param organisation who called; null if that is not known (any more), or of another district
 * @param elsewhere whether it was a call of another district
 * @param talked how long she interpreted; null if she did not
 */
public record PastOffer(
        Instant at,
        Language language,
        boolean emergency,
        @Nullable String fate,
        @Nullable String organisation,
        boolean elsewhere,
        @Nullable Duration talked) {}
