package de.dolmetscherhotline.appointment.form;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.language.Languages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What forms let choose, in the words of which addresses, forms and keys of messages are made. */
public final class Choices {

    private static final String WISH = "wish_";
    private static final String REQUIREMENT = "requirement_";

    private Choices() {}

    /** A gender, and whether nobody else will do. */
    public record GenderChoice(Gender gender, boolean required) {}

    /** Empty for null. */
    public static String word(@Nullable Enum<?> constant) {
        return constant == null ? "" : constant.name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Choices::word).toList();
    }

    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }

    public static String gender(@Nullable Gender gender, boolean required) {
        return gender == null ? "" : (required ? REQUIREMENT : WISH) + word(gender);
    }

    public static String gender(GenderWish wish) {
        return switch (wish) {
            case GenderWish.None none -> "";
            case GenderWish.Wish wished -> gender(wished.gender(), false);
            case GenderWish.Requirement required -> gender(required.gender(), true);
        };
    }

    public static Optional<GenderChoice> gender(String typed) {
        return typed.startsWith(WISH) || typed.startsWith(REQUIREMENT)
                ? constant(Gender.class, typed.substring(typed.indexOf('_') + 1))
                        .map(gender -> new GenderChoice(gender, typed.startsWith(REQUIREMENT)))
                : Optional.empty();
    }

    public static boolean isSpoken(String tag, Languages languages) {
        return languages.all().stream().anyMatch(known -> known.language().tag().equals(tag));
    }
}
