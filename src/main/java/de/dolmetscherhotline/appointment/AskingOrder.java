package de.dolmetscherhotline.appointment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** In which order people are asked. A pure rule. */
final class AskingOrder {

    private AskingOrder() {}

    /**
     * Best first: who interpreted here before, if that is wanted; the gender that is wished for; on site, who lives
     * in the nearest municipality; the exact language; then whoever was asked longest ago and least often. Ties are broken by id.
     */
    static Comparator<Askable> of(Wanted wanted) {
        return Comparator.comparing((Askable one) -> familiarity(wanted, one), Comparator.reverseOrder())
                .thenComparing(trueFirst(one -> wanted.gender().suits(one.gender())))
                .thenComparingDouble(Askable::kilometres)
                .thenComparing(trueFirst(Askable::exactLanguage))
                .thenComparing(AskingOrder::lastAsked)
                .thenComparingLong(Askable::timesAsked)
                .thenComparing(one -> one.id().value());
    }

    /**
     * Of the people to be asked now: the first so many, but at the beginning of a round only the one who knows those who meet
     * best, if the same interpreter is wanted.
     *
     * @param inOrder by {@link #of}
     * @param beginning whether nobody was asked in this round
     */
    static List<Askable> next(Wanted wanted, List<Askable> inOrder, boolean beginning, long places) {
        boolean known = !inOrder.isEmpty() && familiarity(wanted, inOrder.getFirst()) != Familiarity.NONE;
        return inOrder.stream().limit(beginning && known ? 1 : places).toList();
    }

    private static Familiarity familiarity(Wanted wanted, Askable one) {
        return wanted.sameInterpreter() ? one.familiarity() : Familiarity.NONE;
    }

    private static Instant lastAsked(Askable one) {
        @Nullable Instant lastAsked = one.lastAsked();
        return lastAsked == null ? Instant.MIN : lastAsked;
    }

    private static Comparator<Askable> trueFirst(Predicate<Askable> property) {
        return Comparator.comparing(one -> !property.test(one));
    }
}
