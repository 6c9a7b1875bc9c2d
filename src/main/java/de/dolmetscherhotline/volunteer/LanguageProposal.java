package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would like changed about one of her languages.
 *
 * @param level null = she does not interpret it any more
 * @param note hers; null = none
 * @param decidedAt null = not yet
 * @param answer the coordinator's; null = none
 */
public record LanguageProposal(
        UUID id,
        InterpreterId who,
        Language language,
        @Nullable LanguageLevel level,
        @Nullable String note,
        Status status,
        Instant proposedAt,
        @Nullable Instant decidedAt,
        @Nullable String answer) {

    /** How far it has come. */
    public enum Status {
        OPEN,
        ACCEPTED,
        REFUSED
    }
}
