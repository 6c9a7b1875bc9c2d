package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.PageLanguageNames;
import de.dolmetscherhotline.language.SpokenLanguage;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The languages of this installation as a page offers them. */
@Component
class LanguageChoices {

    private final Languages languages;
    private final PageLanguageNames names;

    LanguageChoices(Languages languages, PageLanguageNames names) {
        this.languages = languages;
        this.names = names;
    }

    /** A language to be ticked. */
    public record Choice(String tag, String name, boolean chosen) {}

    /** All in the order of their names. */
    List<Choice> with(Collection<Language> chosen, Locale locale) {
        return languages.all().stream()
                .map(spoken -> new Choice(
                        spoken.language().tag(), names.of(spoken, locale), chosen.contains(spoken.language())))
                .sorted(Comparator.comparing(Choice::name, Collator.getInstance(locale)))
                .toList();
    }

    /** Only those that are chosen. */
    List<Choice> only(Collection<Language> chosen, Locale locale) {
        return with(chosen, locale).stream().filter(Choice::chosen).toList();
    }

    /** Those that were ticked, in the order of the catalogue. */
    List<Language> ticked(Collection<String> tags) {
        var wanted = Set.copyOf(tags);
        return languages.all().stream()
                .map(SpokenLanguage::language)
                .filter(language -> wanted.contains(language.tag()))
                .toList();
    }
}
