package de.dolmetscherhotline.matching;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.Subject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts about one member of the pool, for one {@link Need}, as of one instant.
 *
 * @param active admitted to the pool and neither resting from it nor gone
 * @param level in the language that is needed, or in the configured fallback; null if neither is spoken
 * @param exactLanguage false if reached through the dialect ladder, such as Farsi for Dari
 * @param bothWays interprets that language from German and into German
 * @param gender null if not stated
 * @param adult 18 or older
 * @param missing obligations that are required and of which nothing is on record
 * @param runOut obligations that are on record, required or not, and hold no longer
 * @param doNotPair this organisation and this person must not meet
 * @param quietNow within their quiet hours
 * @param emergencyOptIn may be asked in an emergency although not on duty or in quiet hours
 * @param callsToday calls taken since local midnight
 * @param maxCallsPerDay null if no limit was agreed
 * @param reserved being rung by, or talking in, another call
 * @param restingUntil end of the pause after a conversation; null if there is none
 * @param askedBefore already asked in this call, whatever became of it
 * @param numberFailedAt when the network last said that this number cannot be reached at all; null if it never did
 * @param timesAsked offers made; the period is up to the caller, but the same as for {@code timesAccepted}
 * @param timesAccepted of these, offers that were accepted
 * @param lastAskedAt null if never asked
 */
public record Candidate(
        InterpreterId id,
        boolean active,
        @Nullable LanguageLevel level,
        boolean exactLanguage,
        boolean bothWays,
        Set<Subject> subjects,
        @Nullable Gender gender,
        Duty duty,
        boolean adult,
        Set<ObligationKind> missing,
        Set<ObligationKind> runOut,
        boolean doNotPair,
        boolean quietNow,
        boolean emergencyOptIn,
        int callsToday,
        @Nullable Integer maxCallsPerDay,
        boolean reserved,
        @Nullable Instant restingUntil,
        boolean askedBefore,
        @Nullable Instant numberFailedAt,
        int timesAsked,
        int timesAccepted,
        @Nullable Instant lastAskedAt) {

    /** @throws IllegalArgumentException if more offers were accepted than made, or a count is negative */
    public Candidate {
        if (callsToday < 0 || timesAccepted < 0 || timesAccepted > timesAsked) {
            throw new IllegalArgumentException("counts of calls and offers do not add up");
        }
        subjects = Set.copyOf(subjects);
        missing = Set.copyOf(missing);
        runOut = Set.copyOf(runOut);
    }

    /** The same person, of whom this is known better. */
    public Candidate withDuty(Duty better) {
        return new Candidate(
                id,
                active,
                level,
                exactLanguage,
                bothWays,
                subjects,
                gender,
                better,
                adult,
                missing,
                runOut,
                doNotPair,
                quietNow,
                emergencyOptIn,
                callsToday,
                maxCallsPerDay,
                reserved,
                restingUntil,
                askedBefore,
                numberFailedAt,
                timesAsked,
                timesAccepted,
                lastAskedAt);
    }

    /** On duty and not in quiet hours: whoever is asked otherwise is asked only because it is an emergency. */
    boolean withinTheirHours() {
        return duty == Duty.ON_DUTY && !quietNow;
    }
}
