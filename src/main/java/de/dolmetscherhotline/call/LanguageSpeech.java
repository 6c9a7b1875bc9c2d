package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading.Heard;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading.Unknown;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the language in what the network understood. It is read back and confirmed by key before it counts. */
final class LanguageSpeech {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ALTERNATIVES = Pattern.compile("[()（）]");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private LanguageSpeech() {}

    /** A language whose German or own name was said, alone or in a sentence; unknown if there is none, or several. */
    static LanguageReading read(String words, Languages languages) {
        var said = " " + plain(words) + " ";
        var found = languages.all().stream()
                .filter(spoken -> names(spoken).stream().anyMatch(name -> said.contains(" " + name + " ")))
                .toList();
        return found.size() == 1 ? new Heard(found.getFirst().language()) : new Unknown();
    }

    private static List<String> names(SpokenLanguage spoken) {
        return Stream.of(spoken.name(), spoken.ownName())
                .flatMap(ALTERNATIVES::splitAsStream)
                .map(LanguageSpeech::plain)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Small letters without marks, words apart by one blank. */
    private static String plain(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        var letters = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.GERMAN);
        return NO_LETTERS.matcher(letters).replaceAll(" ").strip();
    }
}
