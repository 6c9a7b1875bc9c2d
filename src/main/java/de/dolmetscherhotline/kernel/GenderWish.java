package de.dolmetscherhotline.kernel;

import org.jspecify.annotations.Nullable;

/** What the caller said about the interpreter's gender. Never silently dropped: what can be said about it is a {@code matching.GenderOutlook}. */
public sealed interface GenderWish {

    /** The caller does not mind. */
    record None() implements GenderWish {}

    /** Preferred: ranks first whoever matches, excludes nobody. */
    record Wish(Gender gender) implements GenderWish {}

    /** Indispensable: excludes everybody else, also people whose gender we do not know, and also in an emergency. */
    record Requirement(Gender gender) implements GenderWish {}

    static GenderWish none() {
        return new None();
    }

    static GenderWish wish(Gender gender) {
        return new Wish(gender);
    }

    static GenderWish requirement(Gender gender) {
        return new Requirement(gender);
    }

    /** Whether somebody of this gender is what the caller asked for; an unknown gender never is. */
    default boolean suits(@Nullable Gender gender) {
        return switch (this) {
            case None none -> true;
            case Wish wish -> wish.gender() == gender;
            case Requirement requirement -> requirement.gender() == gender;
        };
    }
}
