package de.dolmetscherhotline.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key as its organisation has it: 256 random bits behind a prefix by which people and scanners recognise what they found.
 * It is never stored, only its hash; without salt, as nobody can try out that many.
 */
record Key(String text) {

    private static final String PREFIX = "dh_";

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Key random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Key(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What somebody sent, if it can be a key at all. */
    static Optional<Key> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Key(text)) : Optional.empty();
    }

    /** SHA-256. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "Key";
    }
}
