package de.dolmetscherhotline.card;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.platform.QrPicture;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What the speed-dial card of a line shows: for each language the string that a telephone stores under one key, so that it
 * dials the line, says who calls, and chooses the language. A comma is a pause of about two seconds.
 *
 * <p>The first pauses last until the line has answered. Between the keys of a code is one as well, because the first key is
 * answered before the next is listened to (ADR 3). The PIN stands in no string; whoever stores one puts their own in.
 *
 * @param number as people read it
 * @param start of every string: the line, and the pauses until it listens
 * @param fromAnywhere the same with the number as it is dialled from every country
 * @param afterPin what follows the PIN: the hash key, and the pause until the language is asked for
 * @param end what ends a string with a PIN: the hash key; not possible in an address that telephones dial
 * @param entries all languages, by their name
 * @param codes the languages that are needed most, most frequent first, as pictures for a camera; without PIN, as the string in a
 *     picture becomes an address, which telephones remember
 */
record SpeedDial(
        String number,
        String start,
        String fromAnywhere,
        String afterPin,
        String end,
        List<Entry> entries,
        List<Code> codes) {

    private static final String PAUSE = ",";
    private static final String HASH = "#";

    SpeedDial {
        entries = List.copyOf(entries);
        codes = List.copyOf(codes);
    }

    /**
     * A language on the card.
     *
     * @param keys its code as it is stored, with a pause between the keys
     * @param name in the language of the card
     * @param ownName what its speakers call it
     */
    record Entry(String keys, String tag, String name, String ownName) {}

    /**
     * A picture for a camera.
     *
     * @param link what it says: a {@code tel:} address
     */
    record Code(Entry entry, String link, QrPicture picture) {}

    /** @param nameOf how a language is called in the language of the card */
    static SpeedDial of(Line line, Languages languages, Locale locale, Function<SpokenLanguage, String> nameOf) {
        return of(line, line.languages(), languages, locale, nameOf);
    }

    /** @param pictured languages that get a picture */
    static SpeedDial of(
            Line line,
            List<Language> pictured,
            Languages languages,
            Locale locale,
            Function<SpokenLanguage, String> nameOf) {
        var byName = Comparator.comparing(Entry::name, Collator.getInstance(locale));
        var entries = languages.all().stream()
                .map(spoken -> entry(spoken, nameOf))
                .sorted(byName)
                .toList();
        var codes = pictured.stream()
                .flatMap(language -> languages.byTag(language).stream())
                .map(spoken -> code(line.number(), entry(spoken, nameOf)))
                .toList();
        return new SpeedDial(
                line.number().written(),
                digits(line.number()) + PAUSE + PAUSE,
                line.number().e164() + PAUSE + PAUSE,
                HASH + PAUSE,
                HASH,
                entries,
                codes);
    }

    private static Entry entry(SpokenLanguage spoken, Function<SpokenLanguage, String> nameOf) {
        var keys = String.join(PAUSE, spoken.code().split(""));
        return new Entry(keys, spoken.language().tag(), nameOf.apply(spoken), spoken.ownName());
    }

    private static Code code(PhoneNumber number, Entry entry) {
        var link = "tel:" + number.e164() + PAUSE + PAUSE + entry.keys();
        return new Code(entry, link, QrPicture.of(link));
    }

    private static String digits(PhoneNumber number) {
        return number.written().replaceAll("[^+0-9]", "");
    }
}
