package de.dolmetscherhotline.card;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.line.Line;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the card of a line shows.
 *
 * @param number as people dial it
 * @param link to dial it with a click
 * @param menu languages of the spoken menu, in the order of their keys, which count from 1
 * @param entries all languages, by their name
 * @param coordinator whether a human can be reached with the key 0
 */
record LanguageCard(String number, String link, List<Entry> menu, List<Entry> entries, boolean coordinator) {

    LanguageCard {
        menu = List.copyOf(menu);
        entries = List.copyOf(entries);
    }

    /**
     * A language on the card.
     *
     * @param code keys that choose it at any time
     * @param menuKey key that chooses it in the spoken menu; null if it is not in it
     * @param tag BCP 47
     * @param name in the language of the card
     * @param ownName what its speakers call it
     */
    record Entry(String code, @Nullable Integer menuKey, String tag, String name, String ownName) {}

    /**
     * @param menuSize how many of the line's languages are spoken in the menu
     * @param nameOf how a language is called in the language of the card
     */
    static LanguageCard of(
            Line line, Languages languages, int menuSize, Locale locale, Function<SpokenLanguage, String> nameOf) {
        var menu = line.languages().stream().limit(menuSize).toList();
        var byName = Comparator.comparing(Entry::name, Collator.getInstance(locale));
        var entries = languages.all().stream()
                .map(spoken -> entry(spoken, menu, nameOf.apply(spoken)))
                .sorted(byName)
                .toList();
        return new LanguageCard(
                line.number().written(),
                "tel:" + line.number().e164(),
                inMenu(entries),
                entries,
                line.coordinatorNumber() != null);
    }

    private static Entry entry(SpokenLanguage spoken, List<Language> menu, String name) {
        int place = menu.indexOf(spoken.language());
        return new Entry(
                spoken.code(), place < 0 ? null : place + 1, spoken.language().tag(), name, spoken.ownName());
    }

    private static List<Entry> inMenu(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.menuKey() != null)
                .sorted(Comparator.comparing(Entry::menuKey, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
