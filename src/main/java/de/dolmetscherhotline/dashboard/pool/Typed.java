package de.dolmetscherhotline.dashboard.pool;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands what was typed into a form, or chosen in it. */
final class Typed {

    private static final int LAST_PAGE = 1_000_000;

    private Typed() {}

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** Nothing where there is nothing to read. */
    static @Nullable String given(@Nullable String typed) {
        var text = text(typed);
        return text.isEmpty() ? null : text;
    }

    /** What was typed in one of several rows. */
    static String at(@Nullable List<String> rows, int row) {
        return rows != null && row < rows.size() ? text(rows.get(row)) : "";
    }

    /** As a field for days sends it. */
    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** As a field for a day and a time sends it. */
    static Optional<LocalDateTime> moment(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }

    /** In which forms, addresses and keys of messages a constant appears. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static List<String> words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Typed::word).toList();
    }

    /** The number of a page, counted from 0. */
    static int page(@Nullable String typed) {
        var text = text(typed);
        return text.matches("[0-9]{1,7}") ? Math.min(Integer.parseInt(text), LAST_PAGE) : 0;
    }
}
