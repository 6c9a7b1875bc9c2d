package de.dolmetscherhotline.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as people write them: 31.12.1990, or 1990-12-31. A year has four digits, since 03 might be meant for 1903. */
public final class Days {

    private static final Pattern GERMAN = Pattern.compile("([0-9]{1,2})\\.\\s?([0-9]{1,2})\\.\\s?([0-9]{4})");
    private static final Pattern ISO =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00(?:\\.0+)?)?Z?)?");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Days() {}

    /** The day that is meant; empty if there is none. */
    public static Optional<LocalDate> read(String text) {
        var german = GERMAN.matcher(text);
        if (german.matches()) {
            return day(german.group(3), german.group(2), german.group(1));
        }
        var iso = ISO.matcher(text);
        return iso.matches() ? day(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    /** As in Germany: 31.12.1990. */
    public static String written(LocalDate day) {
        return WRITTEN.format(day);
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
