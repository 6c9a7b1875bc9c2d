package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * What callers and interpreters hear: German is {@code config/prompts/prompts_de.properties}, the few texts in another
 * language {@code prompts_<tag>.properties}. A district that puts a file of that name beside the application replaces any
 * of them.
 */
@Component
class Prompts {

    private static final Locale SPOKEN = Locale.GERMAN;

    private final ReloadableResourceBundleMessageSource texts = new ReloadableResourceBundleMessageSource();
    private final Languages languages;

    Prompts(Languages languages) {
        this.languages = languages;
        texts.setBasenames("file:./config/prompts/prompts", "classpath:config/prompts/prompts");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** The text with this key; fails if there is none, which a test rules out. */
    String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, SPOKEN);
    }

    /** The text in this language as it stands, without anything to be filled in; empty if there is none. */
    Optional<String> textIn(Language language, String key) {
        return Optional.ofNullable(texts.getMessage(key, null, null, Locale.forLanguageTag(language.tag())));
    }

    /** The German name of a language. */
    String name(Language language) {
        return languages.byTag(language).map(spoken -> spoken.name()).orElse(language.tag());
    }
}
