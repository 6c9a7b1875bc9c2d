package de.dolmetscherhotline.recruiting.roster;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What languages are called in a list: by their German name in whole or in part ("Farsi (Persisch)", "Farsi",
 * "Persisch"), their English one, their own, or their tag. A part that could mean two languages means none.
 */
@Component
class LanguageNames {

    private static final Pattern WITH_PARENTHESIS = Pattern.compile("([^(]+)\\(([^)]+)\\)");

    private final Languages languages;
    private final Map<String, Optional<Language>> byPart = new HashMap<>();
    private final Map<String, Language> byWhole = new HashMap<>();

    LanguageNames(Languages languages) {
        this.languages = languages;
        languages.all().forEach(spoken -> parts(spoken).forEach(part -> addPart(part, spoken.language())));
        languages.all().forEach(spoken -> byWhole.putIfAbsent(Spelling.plain(spoken.name()), spoken.language()));
        languages
                .all()
                .forEach(spoken -> byWhole.put(Spelling.plain(spoken.language().tag()), spoken.language()));
    }

    private static Stream<String> parts(SpokenLanguage spoken) {
        var locale = Locale.forLanguageTag(spoken.language().tag());
        var english = locale.getDisplayName(Locale.ENGLISH);
        var german = locale.getDisplayName(Locale.GERMAN);
        return Stream.of(spoken.name(), spoken.ownName(), english, german).flatMap(LanguageNames::withItsParts);
    }

    private static Stream<String> withItsParts(String name) {
        var both = WITH_PARENTHESIS.matcher(name);
        return both.matches() ? Stream.of(name, both.group(1), both.group(2)) : Stream.of(name);
    }

    private void addPart(String part, Language language) {
        byPart.merge(
                Spelling.plain(part),
                Optional.of(language),
                (before, now) -> before.equals(now) ? before : Optional.empty());
    }

    /** The language of this name; empty if there is none, or more than one. */
    Optional<Language> read(String name) {
        var plain = Spelling.plain(name);
        return Optional.ofNullable(byWhole.get(plain)).or(() -> byPart.getOrDefault(plain, Optional.empty()));
    }

    /** The German name, or the tag where that would not be read as this language. */
    String written(Language language) {
        return languages
                .byTag(language)
                .map(SpokenLanguage::name)
                .filter(name -> !name.matches(".*[:;,|=/\\\\\\[].*"))
                .filter(name -> read(name).equals(Optional.of(language)))
                .orElse(language.tag());
    }
}
