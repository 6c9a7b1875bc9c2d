package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.PageLanguageNames;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Names and definitions, the same on pages, in reports and in files. */
@Component
public class Words {

    /** BCP 47: undetermined. */
    private static final String NO_LANGUAGE = "und";

    private final MessageSource messages;
    private final PageLanguageNames languages;

    Words(MessageSource messages, PageLanguageNames languages) {
        this.messages = messages;
        this.languages = languages;
    }

    public String name(Figure figure, Locale locale) {
        return text(figure.key() + ".name", locale);
    }

    public String definition(Figure figure, Locale locale) {
        return text(figure.key() + ".definition", locale);
    }

    /** What one value of a breakdown is called. */
    public String value(Breakdown breakdown, String value, Locale locale) {
        return switch (breakdown) {
            case OUTCOME -> text("evaluation.outcome." + dashed(value), locale);
            case LANGUAGE -> language(value, locale);
            case ORGANISATION_KIND -> organisationKind(value, locale);
            case MUNICIPALITY -> municipality(value, locale);
            case HOUR -> text("evaluation.hour", locale, value);
            case WEEKDAY -> text("evaluation.weekday." + value, locale);
        };
    }

    public String language(String tag, Locale locale) {
        return tag.equals(NO_LANGUAGE)
                ? text("evaluation.no-language", locale)
                : languages.of(new Language(tag), locale);
    }

    String organisationKind(String kind, Locale locale) {
        return text("evaluation.kind." + dashed(kind), locale);
    }

    String municipality(String name, Locale locale) {
        return name.isEmpty() ? text("evaluation.no-municipality", locale) : name;
    }

    /** What became of a request to an interpreter. */
    public String fate(String fate, Locale locale) {
        return text("evaluation.fate." + dashed(fate), locale);
    }

    public String period(Period period, Locale locale) {
        var days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return text("evaluation.period", locale, days.format(period.from()), days.format(period.to()));
    }

    String all(Locale locale) {
        return text("evaluation.all", locale);
    }

    /** The name of a constant. */
    String word(String group, Enum<?> constant, Locale locale) {
        return text("evaluation." + group + "." + dashed(constant.name().toLowerCase(Locale.ROOT)), locale);
    }

    String text(String key, Locale locale, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, locale));
    }

    private static String dashed(String word) {
        return word.replace('_', '-');
    }
}
