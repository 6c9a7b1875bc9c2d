package de.dolmetscherhotline.language;

import de.dolmetscherhotline.kernel.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A language of the catalogue.
 *
 * @param name German name
 * @param ownName what its speakers call it
 * @param code keys that choose it at any time; no code is the beginning of another
 * @param fallbacks languages whose interpreters may take the call if nobody speaks this one, best first
 * @param voice that speaks it; null if the telephone network has none
 */
public record SpokenLanguage(
        Language language,
        String name,
        String ownName,
        String code,
        List<Language> fallbacks,
        @Nullable Voice voice) {

    public SpokenLanguage {
        fallbacks = List.copyOf(fallbacks);
    }
}
