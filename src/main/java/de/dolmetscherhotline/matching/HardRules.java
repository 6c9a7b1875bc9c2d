package de.dolmetscherhotline.matching;

import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.ObligationKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that nobody may break to be asked, as of one instant.
 *
 * @param familiar whose conversation with these people has just broken off, so that she needs no rest; null if nobody
 */
record HardRules(
        Need need,
        Instant now,
        LanguageLevel minimumLevel,
        Duration failedNumberPause,
        @Nullable InterpreterId familiar) {

    /** The most fundamental rule that this candidate breaks; empty if there is none. */
    Optional<LeftOut> firstBrokenBy(Candidate candidate) {
        return Arrays.stream(LeftOut.values())
                .filter(rule -> isBrokenBy(candidate, rule))
                .findFirst();
    }

    /** Every rule that this candidate breaks, most fundamental first. */
    List<LeftOut> brokenBy(Candidate candidate) {
        return Arrays.stream(LeftOut.values())
                .filter(rule -> isBrokenBy(candidate, rule))
                .toList();
    }

    /** Exhaustive, so that a new reason does not compile until it says when it applies. */
    boolean isBrokenBy(Candidate candidate, LeftOut rule) {
        return switch (rule) {
            case NOT_ACTIVE -> !candidate.active();
            case NOT_ADULT -> !candidate.adult();
            case SECRECY_NOT_DECLARED -> candidate.missing().contains(ObligationKind.SECRECY);
            case OBLIGATION_MISSING -> otherThanSecrecy(candidate.missing()).isPresent();
            case OBLIGATION_EXPIRED -> !candidate.runOut().isEmpty();
            case LANGUAGE_NOT_SPOKEN -> candidate.level() == null;
            case LEVEL_TOO_LOW -> isTooLow(candidate.level());
            case ONE_WAY_ONLY -> candidate.level() != null && !candidate.bothWays();
            case SUBJECT_NOT_QUALIFIED ->
                need.subject() != null && !candidate.subjects().contains(need.subject());
            case GENDER_NOT_AS_REQUIRED ->
                need.gender() instanceof GenderWish.Requirement required && !required.suits(candidate.gender());
            case DO_NOT_PAIR -> candidate.doNotPair();
            case SAID_OFF -> candidate.duty() == Duty.SAID_OFF;
            case NOT_ON_DUTY -> candidate.duty() == Duty.NOT_ON_DUTY && !mayBeAskedOutOfHours(candidate);
            case QUIET_HOURS -> candidate.quietNow() && !mayBeAskedOutOfHours(candidate);
            case DAILY_LIMIT_REACHED -> hasReached(candidate.callsToday(), candidate.maxCallsPerDay());
            case NUMBER_FAILED -> failedLately(candidate.numberFailedAt());
            case ASKED_BEFORE -> candidate.askedBefore();
            case RESERVED -> candidate.reserved();
            case RESTING -> isAhead(candidate.restingUntil()) && !candidate.id().equals(familiar);
        };
    }

    /** Which obligation it is, where the rule is about one: the first in the order of declaration. */
    static @Nullable ObligationKind obligation(Candidate candidate, LeftOut rule) {
        return switch (rule) {
            case SECRECY_NOT_DECLARED -> ObligationKind.SECRECY;
            case OBLIGATION_MISSING -> otherThanSecrecy(candidate.missing()).orElse(null);
            case OBLIGATION_EXPIRED ->
                candidate.runOut().stream().min(Comparator.naturalOrder()).orElse(null);
            default -> null;
        };
    }

    private static Optional<ObligationKind> otherThanSecrecy(Set<ObligationKind> kinds) {
        return kinds.stream().filter(kind -> kind != ObligationKind.SECRECY).min(Comparator.naturalOrder());
    }

    private boolean mayBeAskedOutOfHours(Candidate candidate) {
        return need.emergency() && candidate.emergencyOptIn();
    }

    private boolean isTooLow(@Nullable LanguageLevel level) {
        return level != null && level.compareTo(minimumLevel) < 0;
    }

    private static boolean hasReached(int calls, @Nullable Integer limit) {
        return limit != null && calls >= limit;
    }

    private boolean failedLately(@Nullable Instant failedAt) {
        return failedAt != null && failedAt.plus(failedNumberPause).isAfter(now);
    }

    private boolean isAhead(@Nullable Instant end) {
        return end != null && end.isAfter(now);
    }
}
