package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading.Chosen;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading.Incomplete;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading.Unknown;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import java.util.List;

/** What keys mean when a language is asked for: a key of the spoken menu, or a language's code (ADR 3). */
final class LanguageKeys {

    private LanguageKeys() {}

    static LanguageReading read(String keys, List<Language> menu, Languages languages) {
        for (var key = 1; key <= menu.size(); key++) {
            if (keys.equals(Integer.toString(key))) {
                return new Chosen(menu.get(key - 1));
            }
        }
        return languages
                .byCode(keys)
                .<LanguageReading>map(spoken -> new Chosen(spoken.language()))
                .orElseGet(() -> languages.startsCode(keys) ? new Incomplete(keys) : new Unknown());
    }
}
