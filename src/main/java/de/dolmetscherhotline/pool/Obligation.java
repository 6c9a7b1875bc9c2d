package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.ObligationKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member has declared, shown or attended.
 *
 * @param validUntil the last day on which it holds; null = without end, unless the district gives this kind one
 * @param note for the coordinator; null = none
 */
public record Obligation(
        ObligationKind kind,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        @Nullable String note) {

    /** One of which nothing but its day is known. */
    public static Obligation of(ObligationKind kind, LocalDate issuedOn) {
        return new Obligation(kind, issuedOn, null, null);
    }

    /** Whether it held once and does no longer. */
    public boolean hasRunOutOn(LocalDate day) {
        return validUntil != null && validUntil.isBefore(day);
    }
}
