package de.dolmetscherhotline.language;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How languages are called on pages: by the page's words, else, for those a district has added, in German. */
@Component
public class PageLanguageNames {

    private final MessageSource messages;

    PageLanguageNames(MessageSource messages) {
        this.messages = messages;
    }

    /** The language's name in the language of a page. */
    public String of(SpokenLanguage spoken, Locale page) {
        var name = messages.getMessage("language." + spoken.language().tag(), null, spoken.name(), page);
        return Objects.requireNonNullElse(name, spoken.name());
    }
}
