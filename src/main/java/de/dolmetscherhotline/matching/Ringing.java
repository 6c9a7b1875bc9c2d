package de.dolmetscherhotline.matching;

import java.time.Duration;

/**
 * A phone that was asked and has not fallen away: it rings, or its dial waits for its turn at the network.
 *
 * @param acceptanceProbability as estimated when it was asked, see {@link MatchingPolicy#acceptanceProbability}
 * @param sinceOrdered time since its dial was ordered. When it began to ring is worked out from this and from the rate of
 *     dials, so that a lost status callback cannot mislead the policy
 */
public record Ringing(double acceptanceProbability, Duration sinceOrdered) {

    /** @throws IllegalArgumentException if this is no probability, or the dial was ordered in the future */
    public Ringing {
        if (!(acceptanceProbability >= 0 && acceptanceProbability <= 1) || sinceOrdered.isNegative()) {
            throw new IllegalArgumentException("not a probability, or ordered in the future");
        }
    }
}
