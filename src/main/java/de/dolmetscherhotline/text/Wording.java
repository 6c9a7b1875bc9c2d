package de.dolmetscherhotline.text;

import de.dolmetscherhotline.kernel.Language;
import java.util.Locale;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * The words of texts: {@code config/prompts/texts_de.properties} and, where there is one, the file of another language; what
 * that lacks is German. A district that puts a file of that name beside the application replaces any of them.
 */
@Component
public class Wording {

    /** What everybody understands for whom there is nothing better. */
    public static final Language GERMAN = new Language("de");

    private final ReloadableResourceBundleMessageSource texts = new ReloadableResourceBundleMessageSource();

    Wording() {
        texts.setBasenames("file:./config/prompts/texts", "classpath:config/prompts/texts");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setDefaultLocale(Locale.GERMAN);
        texts.setAlwaysUseMessageFormat(true);
    }

    /** The text with this key; fails if there is none, which a test rules out. */
    public String text(Language language, String key, Object... arguments) {
        return texts.getMessage(key, arguments, Locale.forLanguageTag(language.tag()));
    }
}
