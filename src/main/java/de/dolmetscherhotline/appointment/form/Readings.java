package de.dolmetscherhotline.appointment.form;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is typed, or stands in an address, without complaining. */
public final class Readings {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Readings() {}

    /** In the first of these formats that fits. */
    public static <T> Optional<T> first(List<DateTimeFormatter> formats, String typed, TemporalQuery<T> query) {
        return formats.stream()
                .flatMap(format -> one(format, typed, query).stream())
                .findFirst();
    }

    private static <T> Optional<T> one(DateTimeFormatter format, String typed, TemporalQuery<T> query) {
        try {
            return Optional.of(format.parse(typed, query));
        } catch (DateTimeException otherwise) {
            return Optional.empty();
        }
    }

    /** The id that stands in an address; empty if it is none. */
    public static Optional<UUID> id(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .filter(text -> ID.matcher(text).matches())
                .map(UUID::fromString);
    }
}
