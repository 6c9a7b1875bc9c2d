package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What languages are called on a page. */
@Component
class LanguageWords {

    private final Languages languages;
    private final MessageSource messages;

    LanguageWords(Languages languages, MessageSource messages) {
        this.languages = languages;
        this.messages = messages;
    }

    /** In the language of the page if the messages have a name, else the German one of the catalogue. */
    String of(Language language, Locale locale) {
        var german = languages.byTag(language).map(known -> known.name()).orElse(language.tag());
        var name = messages.getMessage("language." + language.tag(), null, german, locale);
        return name == null ? german : name;
    }
}
