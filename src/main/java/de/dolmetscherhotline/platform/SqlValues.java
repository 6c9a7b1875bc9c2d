package de.dolmetscherhotline.platform;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values in the form that statements bind and rows hold. */
public final class SqlValues {

    private SqlValues() {}

    /** Binds the value, or SQL null of that type. */
    public static <T> Parameter nullable(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    /** Binds the text form of each element, as an array. */
    public static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    /** The form of an enum constant in the database: {@code in_training}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Binds the form of each constant, as an array. */
    public static String[] words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(SqlValues::word).toArray(String[]::new);
    }

    /** The constant that is stored as this word. */
    public static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
