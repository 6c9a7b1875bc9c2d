package de.dolmetscherhotline.language;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.LanguageSettings.Entry;
import de.dolmetscherhotline.platform.StartupRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The languages of this installation, from {@code config/languages.yaml}, in the order of that file. */
@Component
public class Languages {

    private static final Pattern CODE = Pattern.compile("[4-8][0-9]{1,3}");

    private final Map<Language, SpokenLanguage> byTag = new LinkedHashMap<>();
    private final Map<String, SpokenLanguage> byCode = new LinkedHashMap<>();

    /** @throws StartupRefused if the catalogue is empty or a rule of {@code languages.yaml} is broken */
    Languages(LanguageSettings settings) {
        settings.languages().stream().map(Languages::checked).forEach(this::add);
        if (byTag.isEmpty()) {
            throw refused("it is empty");
        }
        byTag.values().forEach(this::checkCodeIsNoBeginning);
        byTag.values().forEach(this::checkFallbacksAreKnown);
    }

    /** All languages, in the order of the catalogue. */
    public List<SpokenLanguage> all() {
        return List.copyOf(byTag.values());
    }

    public Optional<SpokenLanguage> byTag(Language language) {
        return Optional.ofNullable(byTag.get(language));
    }

    /** The language chosen by exactly these keys. */
    public Optional<SpokenLanguage> byCode(String digits) {
        return Optional.ofNullable(byCode.get(digits));
    }

    /** Whether more keys after these may make a code: true for a proper beginning of one, false for a whole code. */
    public boolean startsCode(String digits) {
        return byCode.keySet().stream().anyMatch(code -> isProperBeginning(digits, code));
    }

    /** Whose interpreters may take a call in this language: the language itself, then its fallbacks, best first. */
    public List<Language> ladder(Language language) {
        List<Language> ladder = new ArrayList<>();
        ladder.add(language);
        byTag(language).map(SpokenLanguage::fallbacks).ifPresent(ladder::addAll);
        return List.copyOf(ladder);
    }

    private void add(SpokenLanguage spoken) {
        if (byTag.put(spoken.language(), spoken) != null) {
            throw refused("the tag " + spoken.language() + " appears twice");
        }
        SpokenLanguage other = byCode.put(spoken.code(), spoken);
        if (other != null) {
            throw refused(
                    "the code " + spoken.code() + " belongs to both " + other.language() + " and " + spoken.language());
        }
    }

    private void checkCodeIsNoBeginning(SpokenLanguage spoken) {
        if (startsCode(spoken.code())) {
            throw refused("the code " + spoken.code() + " of " + spoken.language() + " is the beginning of another");
        }
    }

    private void checkFallbacksAreKnown(SpokenLanguage spoken) {
        for (Language fallback : spoken.fallbacks()) {
            if (!byTag.containsKey(fallback)) {
                throw refused("the fallback " + fallback + " of " + spoken.language() + " is not in the list");
            }
            if (fallback.equals(spoken.language())) {
                throw refused(spoken.language() + " falls back to itself");
            }
        }
    }

    private static SpokenLanguage checked(Entry entry) {
        Language language = language(text(entry.tag(), "a language has no tag"));
        String code = text(entry.code(), language + " has no code");
        if (!CODE.matcher(code).matches()) {
            throw refused("the code " + code + " of " + language
                    + " is not two to four digits of which the first is 4 to 8 (1 to 3 are the menu, 9 is the emergency,"
                    + " 0 the coordinator)");
        }
        return new SpokenLanguage(
                language,
                text(entry.name(), language + " has no name"),
                text(entry.ownName(), language + " has no ownName"),
                code,
                entry.fallbacks().stream().map(Languages::language).toList(),
                voice(entry, language));
    }

    private static @Nullable Voice voice(Entry entry, Language language) {
        if (entry.voice() == null && entry.voiceLanguage() == null) {
            return null;
        }
        return new Voice(
                text(entry.voice(), language + " has a voiceLanguage but no voice"),
                text(entry.voiceLanguage(), language + " has a voice but no voiceLanguage"));
    }

    private static String text(@Nullable String value, String problem) {
        if (value == null || value.isBlank()) {
            throw refused(problem);
        }
        return value;
    }

    private static Language language(String tag) {
        try {
            return new Language(tag);
        } catch (IllegalArgumentException malformed) {
            throw refused("\"" + tag + "\" is not a BCP 47 language tag");
        }
    }

    private static boolean isProperBeginning(String digits, String code) {
        return code.length() > digits.length() && code.startsWith(digits);
    }

    private static StartupRefused refused(String problem) {
        return new StartupRefused(
                "The list of languages (hotline.languages) is not usable: " + problem + ".",
                "Correct config/languages.yaml in the working directory, or remove it to use the list built in.");
    }
}
