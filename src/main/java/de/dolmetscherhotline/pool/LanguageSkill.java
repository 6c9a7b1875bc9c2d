package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import org.jspecify.annotations.Nullable;

/**
 * A language somebody interprets, how well and which way.
 *
 * @param dialects which of its dialects the person understands, for the coordinator; null = nothing noted
 */
public record LanguageSkill(
        Language language,
        LanguageLevel level,
        Direction direction,
        @Nullable String dialects) {

    /** One that is interpreted both ways. */
    public LanguageSkill(Language language, LanguageLevel level) {
        this(language, level, Direction.BOTH, null);
    }
}
