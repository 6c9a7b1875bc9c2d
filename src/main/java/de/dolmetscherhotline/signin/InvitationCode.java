package de.dolmetscherhotline.signin;

import de.dolmetscherhotline.platform.Sha256;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 80 random bits with which somebody sets her password, in a form that can be typed from a sheet of paper: no character looks
 * like another. Only their hash is stored.
 *
 * @param text without hyphens
 */
public record InvitationCode(String text) {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 16;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");
    private static final Pattern GROUP = Pattern.compile("(.{4})(?=.)");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static InvitationCode random() {
        var text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new InvitationCode(text.toString());
    }

    /** What somebody typed, if it can be a code at all: in small letters and with blanks, if she likes. */
    public static Optional<InvitationCode> of(@Nullable String typed) {
        var text = BETWEEN.matcher(typed == null ? "" : typed).replaceAll("").toUpperCase(Locale.ROOT);
        return FORM.matcher(text).matches() ? Optional.of(new InvitationCode(text)) : Optional.empty();
    }

    /** In groups of four. */
    public String written() {
        return GROUP.matcher(text).replaceAll("$1-");
    }

    public byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "InvitationCode";
    }
}
