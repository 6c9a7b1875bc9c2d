package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.PageLanguageNames;
import de.dolmetscherhotline.language.SpokenLanguage;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The languages of this installation, as pages let choose and name them. */
@Component
class OfferedLanguages {

    private final Languages languages;
    private final PageLanguageNames names;

    OfferedLanguages(Languages languages, PageLanguageNames names) {
        this.languages = languages;
        this.names = names;
    }

    /** A language that can be chosen. */
    public record Choice(String tag, String name) {}

    /** By name. */
    List<Choice> all(Locale locale) {
        return choices(languages.all().stream().map(SpokenLanguage::language), locale);
    }

    /** These, by name. */
    List<Choice> of(Collection<Language> some, Locale locale) {
        return choices(some.stream(), locale);
    }

    private List<Choice> choices(Stream<Language> some, Locale locale) {
        return some.map(language -> new Choice(language.tag(), names.of(language, locale)))
                .sorted(Comparator.comparing(Choice::name, Collator.getInstance(locale)))
                .toList();
    }

    /** The language with this tag, if there is one. */
    Optional<Language> known(String tag) {
        return languages.all().stream()
                .map(spoken -> spoken.language())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    String name(Language language, Locale locale) {
        return names.of(language, locale);
    }

    /** Null for none. */
    @Nullable
    String nameOrNull(@Nullable Language language, Locale locale) {
        return language == null ? null : names.of(language, locale);
    }
}
