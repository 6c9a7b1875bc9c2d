package de.dolmetscherhotline.language;

import de.dolmetscherhotline.kernel.Language;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How languages are called on pages: by the page's words, else, for those a district has added, in German. */
@Component
public class PageLanguageNames {

    private final Languages languages;
    private final MessageSource messages;

    PageLanguageNames(Languages languages, MessageSource messages) {
        this.languages = languages;
        this.messages = messages;
    }

    /** The same for a language that may have left the catalogue since; its tag then. */
    public String of(Language language, Locale page) {
        return languages.byTag(language).map(spoken -> of(spoken, page)).orElse(language.tag());
    }

    /** The language's name in the language of a page. */
    public String of(SpokenLanguage spoken, Locale page) {
        var name = messages.getMessage("language." + spoken.language().tag(), null, spoken.name(), page);
        return Objects.requireNonNullElse(name, spoken.name());
    }
}
