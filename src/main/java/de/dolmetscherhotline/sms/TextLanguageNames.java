package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.sms.TextCommand.NotUnderstood;
import de.dolmetscherhotline.sms.TextCommand.Speak;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people call the languages of our texts. */
final class TextLanguageNames {

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}");

    /** Who writes nothing but the own name of a language wants it; "Arabisch" alone may be about something else. */
    private static final Map<String, Language> OWN_NAMES = names(Map.of(
            "de", List.of("deutsch"),
            "en", List.of("english"),
            "uk", List.of("українська", "українською"),
            "ar", List.of("العربية", "عربي"),
            "tr", List.of("türkçe"),
            "ru", List.of("русский")));

    private static final Map<String, Language> OTHER_NAMES = names(Map.of(
            "de", List.of("german", "німецька", "немецкий", "almanca", "الألمانية"),
            "en", List.of("englisch", "англійська", "английский", "ingilizce", "الإنجليزية"),
            "uk", List.of("ua", "ukrainisch", "ukrainian", "украинский", "ukraynaca", "الأوكرانية"),
            "ar", List.of("arabisch", "arabic", "арабська", "арабский", "arapça", "عربية"),
            "tr", List.of("türkisch", "turkish", "турецька", "турецкий", "التركية"),
            "ru", List.of("russisch", "russian", "російська", "rusça", "الروسية")));

    private TextLanguageNames() {}

    /** The language with this name or tag; null if it is neither. Not every language that has a tag has texts. */
    static @Nullable Language language(String word) {
        var named = OWN_NAMES.getOrDefault(word, OTHER_NAMES.get(word));
        if (named != null) {
            return named;
        }
        return TAG.matcher(word).matches() ? new Language(word) : null;
    }

    static TextCommand asCommand(List<Token> text) {
        var language = text.size() == 1 ? OWN_NAMES.get(text.getFirst().word()) : null;
        return language == null ? new NotUnderstood() : new Speak(language);
    }

    private static Map<String, Language> names(Map<String, List<String>> spellings) {
        var names = new HashMap<String, Language>();
        spellings.forEach((tag, words) -> words.forEach(word -> names.put(Spelling.plain(word), new Language(tag))));
        return Map.copyOf(names);
    }
}
