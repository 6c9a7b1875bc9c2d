package de.dolmetscherhotline.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of the installation. It is never used itself: each use has a key of its own that is derived from it. */
final class NamedKey {

    static final String HMAC = "HmacSHA256";
    private static final int PROOF_BYTES = 16;

    private final String id;
    private final SecretKey secret;

    /** @param secret 32 random bytes */
    NamedKey(String id, byte[] secret) {
        this.id = id;
        this.secret = new SecretKeySpec(secret, HMAC);
    }

    String id() {
        return id;
    }

    /** The key for this use: HKDF-Expand of RFC 5869, one block. */
    SecretKey derived(String use, String algorithm) {
        return new SecretKeySpec(hmac(secret, (use + "\u0001").getBytes(StandardCharsets.UTF_8)), algorithm);
    }

    /** Says whether another key of this name is the same one, and nothing else about it. */
    String proof() {
        var proof = hmac(derived("proof", HMAC), id.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(proof, PROOF_BYTES));
    }

    boolean sameSecretAs(NamedKey other) {
        return secret.equals(other.secret);
    }

    static byte[] hmac(SecretKey key, byte[] message) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + HMAC, impossible);
        }
    }
}
