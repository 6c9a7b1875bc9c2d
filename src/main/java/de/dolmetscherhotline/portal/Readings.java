package de.dolmetscherhotline.portal;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Optional;

/** Reads what is typed in one of several ways. */
final class Readings {

    private Readings() {}

    /** In the first of these formats that fits. */
    static <T> Optional<T> first(List<DateTimeFormatter> formats, String typed, TemporalQuery<T> query) {
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
}
