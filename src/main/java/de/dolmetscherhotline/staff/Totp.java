package de.dolmetscherhotline.staff;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.web.util.UriUtils;

/**
 * Codes of authenticator apps: six digits that change every 30 seconds (RFC 6238, with SHA-1, as all apps understand it). One
 * step before and after are taken too, as clocks differ.
 */
final class Totp {

    static final Duration STEP = Duration.ofSeconds(30);

    private static final int DIGITS = 6;
    private static final int SECRET_BYTES = 20;
    private static final String ISSUER = "Dolmetscher-Hotline";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR =
            new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

    private Totp() {}

    /** A new secret, in Base32. */
    static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new Base32().encodeAsString(bytes);
    }

    /** The code for a moment. */
    static String code(String secret, Instant moment) {
        try {
            return GENERATOR.generateOneTimePasswordString(key(secret), moment);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("a key of bytes", impossible);
        }
    }

    /** For which step this code is; empty if it is wrong. */
    static OptionalLong step(String secret, String code, Instant now) {
        long current = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> isSame(code, code(secret, Instant.ofEpochSecond(step * STEP.toSeconds()))))
                .findFirst();
    }

    /** What an app reads from the QR code. */
    static String address(String secret, String account) {
        return "otpauth://totp/%1$s:%2$s?secret=%3$s&issuer=%1$s"
                .formatted(ISSUER, UriUtils.encode(account, StandardCharsets.UTF_8), secret);
    }

    private static Key key(String secret) {
        return new SecretKeySpec(new Base32().decode(secret), GENERATOR.getAlgorithm());
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
