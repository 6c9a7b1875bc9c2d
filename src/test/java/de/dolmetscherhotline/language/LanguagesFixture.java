package de.dolmetscherhotline.language;

import de.dolmetscherhotline.language.LanguageSettings.Entry;
import java.util.List;

/** A catalogue for tests of other packages. */
public final class LanguagesFixture {

    private LanguagesFixture() {}

    /** A catalogue of one language. */
    public static Languages of(String tag, String name, String code) {
        return new Languages(new LanguageSettings(List.of(new Entry(tag, name, name, code, List.of()))));
    }
}
