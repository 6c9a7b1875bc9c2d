package de.dolmetscherhotline.text;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words of texts: {@code config/prompts/texts_de.properties} and, where there is one, the file of another language; what
 * that lacks is German. A district that puts a file of that name beside the application replaces any of them, or adds a
 * language.
 */
@Component
public class Wording {

    /** What everybody understands for whom there is nothing better. */
    public static final Language GERMAN = new Language("de");

    private static final String FILES = "config/prompts/texts";
    private static final Pattern NAME = Pattern.compile("^texts_([a-z]{2,3})\\.properties$");
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ReloadableResourceBundleMessageSource texts = new ReloadableResourceBundleMessageSource();
    private final Languages languages;
    private final SortedSet<String> tags;

    Wording(Languages languages) {
        this.languages = languages;
        texts.setBasenames("file:./" + FILES, "classpath:" + FILES);
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setDefaultLocale(Locale.GERMAN);
        texts.setAlwaysUseMessageFormat(true);
        tags = Collections.unmodifiableSortedSet(found());
    }

    /**
     * The text with this key; fails if there is none, which a test rules out.
     *
     * @param arguments texts, numbers, which are written in European digits, and languages, of which the name is meant
     */
    public String text(Language language, String key, Object... arguments) {
        var words = Arrays.stream(arguments)
                .map(argument -> word(language, argument))
                .toArray();
        return texts.getMessage(key, words, locale(language));
    }

    /** The tags of the languages in which there are texts. */
    public SortedSet<String> tags() {
        return tags;
    }

    /** Whether there are texts in this language. */
    public boolean speaks(Language language) {
        return tags.contains(language.tag());
    }

    /** A time, with its day unless that is today. */
    public String time(Language language, LocalDateTime time, LocalDate today) {
        return time.toLocalDate().equals(today)
                ? TODAY.format(time)
                : pattern(language, "HH").format(time);
    }

    /** A time at which something ends: midnight is 24:00 of the day before. */
    public String end(Language language, LocalDateTime end, LocalDate today) {
        if (!end.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return time(language, end, today);
        }
        var last = end.minusDays(1);
        return last.toLocalDate().equals(today)
                ? "24:00"
                : pattern(language, "kk").format(last);
    }

    /** The pattern of the language, with these letters for the hour. */
    private DateTimeFormatter pattern(Language language, String hour) {
        var pattern = texts.getMessage("moment.pattern", null, locale(language));
        return DateTimeFormatter.ofPattern(pattern.replace("HH", hour), locale(language));
    }

    /** The short name of a weekday. */
    public String weekday(Language language, DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, locale(language));
    }

    private Object word(Language language, Object argument) {
        if (argument instanceof Language named) {
            return name(named, language);
        }
        return argument instanceof Number number ? number.toString() : argument;
    }

    /** What a language is called in another: as that file or the JDK has it, else as it calls itself. */
    private String name(Language named, Language in) {
        var known = languages.byTag(named);
        if (in.equals(GERMAN)) {
            return known.map(SpokenLanguage::name).orElse(named.tag());
        }
        @Nullable String ours = texts.getMessage("language." + named.tag(), null, null, locale(in));
        if (ours != null) {
            return ours;
        }
        var display = locale(named).getDisplayLanguage(locale(in));
        return display.isEmpty() || display.equals(named.tag())
                ? known.map(SpokenLanguage::ownName).orElse(named.tag())
                : display;
    }

    private static Locale locale(Language language) {
        return Locale.forLanguageTag(language.tag());
    }

    private static SortedSet<String> found() {
        return Stream.of("classpath*:", "file:./")
                .flatMap(place -> Arrays.stream(files(place + FILES + "_*.properties")))
                .flatMap(file -> NAME.matcher(Objects.requireNonNullElse(file.getFilename(), ""))
                        .results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Resource[] files(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
