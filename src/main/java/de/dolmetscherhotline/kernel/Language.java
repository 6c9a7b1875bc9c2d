package de.dolmetscherhotline.kernel;

import java.util.regex.Pattern;

/** A language by its BCP 47 tag, such as {@code ar}, {@code prs} or {@code kmr}. */
public record Language(String tag) {

    private static final Pattern BCP47 = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    /** @throws IllegalArgumentException if the text does not look like a BCP 47 tag */
    public Language {
        if (!BCP47.matcher(tag).matches()) {
            throw new IllegalArgumentException("not a BCP 47 language tag");
        }
    }

    @Override
    public String toString() {
        return tag;
    }
}
