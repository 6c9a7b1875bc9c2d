package de.dolmetscherhotline.matching;

import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Need;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Best first: the caller's wish about gender, how well the person fits, then {@link Ordering}. Ties are broken by id, so
 * the order is total and does not depend on the order in which candidates were read.
 *
 * <p>Fit has two tiers of level rather than seven: ordered by each level, a handful of native speakers would be asked
 * every time and everybody else never.
 */
final class CandidateOrder {

    private CandidateOrder() {}

    static Comparator<Candidate> of(Need need, Ordering ordering, ToDoubleFunction<Candidate> acceptance) {
        return trueFirst(candidate -> need.gender().suits(candidate.gender()))
                .thenComparing(trueFirst(Candidate::exactLanguage))
                .thenComparing(trueFirst(CandidateOrder::isFluent))
                .thenComparing(trueFirst(Candidate::withinTheirHours))
                .thenComparing(amongEqualFit(ordering, acceptance))
                .thenComparing(candidate -> candidate.id().value());
    }

    private static Comparator<Candidate> amongEqualFit(Ordering ordering, ToDoubleFunction<Candidate> acceptance) {
        return switch (ordering) {
            case FAIRNESS -> leastDisturbed().thenComparing(likeliest(acceptance));
            case RESPONSE ->
                likeliest(candidate -> Math.floor(10 * acceptance.applyAsDouble(candidate)))
                        .thenComparing(leastDisturbed());
        };
    }

    private static Comparator<Candidate> leastDisturbed() {
        return Comparator.comparing(CandidateOrder::lastAsked).thenComparingInt(Candidate::timesAsked);
    }

    private static Instant lastAsked(Candidate candidate) {
        @Nullable Instant lastAsked = candidate.lastAskedAt();
        return lastAsked == null ? Instant.MIN : lastAsked;
    }

    private static Comparator<Candidate> likeliest(ToDoubleFunction<Candidate> likelihood) {
        return Comparator.comparingDouble(likelihood).reversed();
    }

    private static boolean isFluent(Candidate candidate) {
        @Nullable LanguageLevel level = candidate.level();
        return level != null && level.compareTo(LanguageLevel.C1) >= 0;
    }

    private static Comparator<Candidate> trueFirst(Predicate<Candidate> property) {
        return Comparator.comparing(candidate -> !property.test(candidate));
    }
}
