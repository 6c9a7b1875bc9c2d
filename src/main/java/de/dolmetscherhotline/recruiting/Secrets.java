package de.dolmetscherhotline.recruiting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Codes and links that nobody can guess; stored is only their hash. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;
    private static final int TOKEN_BYTES = 16;

    private Secrets() {}

    /** Six digits. */
    static String code() {
        return "%06d".formatted(RANDOM.nextInt(CODES));
    }

    /** 128 bits that may stand in an address. */
    static String token() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored of a code, as text. */
    static String ofCode(UUID application, String code) {
        return HexFormat.of().formatHex(hash(application.toString(), code));
    }

    /** Whether two hashes are the same; takes the same time whatever they have in common. */
    static boolean areEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of all parts. */
    static byte[] hash(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return digest.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
