package de.dolmetscherhotline.volunteer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day and days as people write them, and as they read them. */
final class Clocks {

    private static final Pattern TIME =
            Pattern.compile("([0-9]{1,2})(?:\\s*[:.h]\\s*([0-9]{2})(?::[0-9]{2}(?:\\.[0-9]+)?)?)?\\s*(?:Uhr)?");
    private static final DateTimeFormatter GERMAN_DATE = DateTimeFormatter.ofPattern("d.M.yyyy");

    private Clocks() {}

    /** What was typed or chosen, without spaces around it; empty if nothing was. */
    static String typed(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** {@code 18:00}, as browsers send it, but also {@code 18}, {@code 18.30} and {@code 24:00}; empty if it is no time. */
    static Optional<LocalTime> time(String typed) {
        var parts = TIME.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(parts.group(1));
        int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        if (hour == 24 && minute == 0) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    /** {@code 2026-12-24}, as browsers send it, but also {@code 24.12.2026}; empty if it is no day. */
    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(typed.contains(".") ? LocalDate.parse(typed, GERMAN_DATE) : LocalDate.parse(typed));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** When clocks show this time next; a time that the change of the clocks leaves out comes an hour later. */
    static Instant next(LocalTime time, Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        var candidate = today.atTime(time).atZone(zone).toInstant();
        return candidate.isAfter(now)
                ? candidate
                : today.plusDays(1).atTime(time).atZone(zone).toInstant();
    }

    /** {@code 18:00 Uhr}; with the day unless it is today. */
    static String moment(Instant instant, Instant now, ZoneId zone, Locale locale) {
        var then = instant.atZone(zone);
        var today = now.atZone(zone).toLocalDate();
        var days = ChronoUnit.DAYS.between(today, then.toLocalDate());
        return then.format(DateTimeFormatter.ofPattern(pattern(days, isGerman(locale)), locale));
    }

    private static String pattern(long days, boolean german) {
        if (days == 0) {
            return german ? "H:mm 'Uhr'" : "HH:mm";
        }
        if (days > 0 && days < 7) {
            return german ? "EEEE, H:mm 'Uhr'" : "EEEE, HH:mm";
        }
        return german ? "d. MMMM yyyy, H:mm 'Uhr'" : "d MMMM yyyy, HH:mm";
    }

    /** {@code Donnerstag, 24. Dezember 2026}. */
    static String day(LocalDate day, Locale locale) {
        return day.format(
                DateTimeFormatter.ofPattern(isGerman(locale) ? "EEEE, d. MMMM yyyy" : "EEEE, d MMMM yyyy", locale));
    }

    /** What fields for times take. */
    static String field(@Nullable LocalTime time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** Whether a district's day as far away as this can be meant; the calendar of the database ends. */
    static boolean isNear(LocalDate day, LocalDate today) {
        try {
            return Math.abs(ChronoUnit.DAYS.between(today, day)) <= 3 * 366;
        } catch (DateTimeException | ArithmeticException far) {
            return false;
        }
    }

    private static boolean isGerman(Locale locale) {
        return !Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }
}
