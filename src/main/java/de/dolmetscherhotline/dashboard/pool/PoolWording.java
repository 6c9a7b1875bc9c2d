package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.PageLanguageNames;
import de.dolmetscherhotline.pool.Direction;
import de.dolmetscherhotline.pool.Hindrance;
import de.dolmetscherhotline.pool.LanguageSkill;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What languages and reasons are called on these pages. */
@Component
class PoolWording {

    private final Languages languages;
    private final PageLanguageNames names;

    PoolWording(Languages languages, PageLanguageNames names) {
        this.languages = languages;
        this.names = names;
    }

    /** Something to choose from. */
    public record Choice(String value, String words) {}

    /**
     * A language that somebody interprets.
     *
     * @param level word of it
     * @param direction word of it if it is one way only; null if it is both
     */
    public record Spoken(
            String name,
            String level,
            @Nullable String direction,
            @Nullable String dialects) {}

    String language(Language language, Locale page) {
        return names.of(language, page);
    }

    List<Spoken> spoken(Collection<LanguageSkill> skills, Locale page) {
        return skills.stream()
                .map(skill -> new Spoken(
                        language(skill.language(), page),
                        Typed.word(skill.level()),
                        skill.direction() == Direction.BOTH ? null : Typed.word(skill.direction()),
                        skill.dialects()))
                .sorted(Comparator.comparing(Spoken::name, Collator.getInstance(page)))
                .toList();
    }

    /** All languages of the catalogue, by name. */
    List<Choice> catalogue(Locale page) {
        return choices(languages.all().stream().map(spoken -> spoken.language()).toList(), page);
    }

    List<Choice> choices(Collection<Language> some, Locale page) {
        return some.stream()
                .map(language -> new Choice(language.tag(), language(language, page)))
                .sorted(Comparator.comparing(Choice::words, Collator.getInstance(page)))
                .toList();
    }

    /** Each completes a sentence that begins with the name of the person. */
    static List<String> reasons(List<Hindrance> hindrances, Locale page) {
        var german = page.getLanguage().equals(Locale.GERMAN.getLanguage());
        return hindrances.stream()
                .map(hindrance -> german ? hindrance.german() : hindrance.english())
                .toList();
    }

    static boolean routable(List<Hindrance> hindrances) {
        return hindrances.stream().noneMatch(hindrance -> hindrance.blocks() == Hindrance.Blocked.CALLS);
    }
}
