package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.Language;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words of which addresses, forms and keys of messages are made. */
final class Words {

    private Words() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static List<String> words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::word).toList();
    }

    static List<String> words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Words::word).toList();
    }

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }

    /** What was typed, or nothing. */
    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** Null for nothing. */
    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    static Optional<Language> language(String tag) {
        try {
            return Optional.of(new Language(tag));
        } catch (IllegalArgumentException noLanguage) {
            return Optional.empty();
        }
    }

    /** The key of a message for who should interpret; null if it does not matter. */
    static @Nullable String gender(GenderWish wish) {
        return switch (wish) {
            case GenderWish.None none -> null;
            case GenderWish.Wish wished -> "portal.gender.wish_" + word(wished.gender());
            case GenderWish.Requirement required -> "portal.gender.requirement_" + word(required.gender());
        };
    }

    /** Which page of a list, from 0. */
    static int page(@Nullable String typed) {
        return text(typed).matches("[0-9]{1,5}") ? Integer.parseInt(text(typed)) : 0;
    }
}
