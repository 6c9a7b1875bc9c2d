package de.dolmetscherhotline.privacy;

import de.dolmetscherhotline.kernel.PhoneNumber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Seals values before they are stored and opens them again. A sealed value is encrypted (AES-256-GCM) for one field of one
 * owner, and is found by a hash (HMAC-SHA-256) under a key that is nowhere in the database. Takes microseconds and blocks
 * nobody.
 *
 * <p>Stored are the texts {@code 1.<key>.<nonce, ciphertext, tag>} and {@code <key>.<hash>}, with Base64 without padding.
 */
@Component
public final class Vault {

    private static final String FORM = "1";
    private static final String AES_GCM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    Vault(KeyRing keys) {
        this.keys = keys;
    }

    /** Seals a number for this field of this owner. */
    public Sealed seal(Field field, UUID owner, PhoneNumber number) {
        return seal(field, owner, number.e164());
    }

    /** Seals a value for this field of this owner. */
    public Sealed seal(Field field, UUID owner, String value) {
        return new Sealed(encrypted(field, owner, value), List.of(indexes(field, value)));
    }

    /**
     * The number in a cipher of this field of this owner.
     *
     * @throws Unreadable if its key is not there, or if it is not what was sealed for this field of this owner
     */
    public PhoneNumber number(Field field, UUID owner, String cipher) {
        return new PhoneNumber(open(field, owner, cipher));
    }

    /** The hashes under which a number may be found in this field: one for each index key. */
    public String[] indexes(Field field, PhoneNumber number) {
        return indexes(field, number.e164());
    }

    /** The hashes under which a value may be found in this field: one for each index key. */
    public String[] indexes(Field field, String value) {
        return keys.index().stream().map(key -> index(key, field, value)).toArray(String[]::new);
    }

    /**
     * Stands in for what must not be seen outside the database, such as a caller's number in Redis: the same in all processes
     * with the same keys, until the index key changes.
     *
     * @param purpose subjects of different purposes cannot be compared
     */
    public String pseudonym(String purpose, String subject) {
        var hash = NamedKey.hmac(
                keys.indexing().derived("pseudonym " + purpose, NamedKey.HMAC),
                subject.getBytes(StandardCharsets.UTF_8));
        return ENCODER.encodeToString(hash);
    }

    /** The hash of a value under the index key that is to be in force. */
    String index(Field field, String value) {
        return index(keys.indexing(), field, value);
    }

    private static String index(NamedKey key, Field field, String value) {
        var hash = NamedKey.hmac(
                key.derived("index " + field.namespace().word(), NamedKey.HMAC),
                value.getBytes(StandardCharsets.UTF_8));
        return key.id() + "." + ENCODER.encodeToString(hash);
    }

    private String encrypted(Field field, UUID owner, String value) {
        var key = keys.encrypting();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, field, owner);
            byte[] encrypted = cipher.doFinal(value.getBytes(StandardCharsets.UTF_8));
            byte[] message = ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
            return FORM + "." + key.id() + "." + ENCODER.encodeToString(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + AES_GCM, impossible);
        }
    }

    /**
     * The text in a cipher of this field of this owner.
     *
     * @throws Unreadable if its key is not there, or if it is not what was sealed for this field of this owner
     */
    public String open(Field field, UUID owner, String cipher) {
        var parts = cipher.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(FORM)) {
            throw new Unreadable("a value of " + field + " is not of the form in which values are sealed");
        }
        var key = keys.dataKey(parts[1])
                .orElseThrow(() -> new Unreadable("a value of " + field + " is encrypted under a key that "
                        + KeyRing.DATA_KEYS + " does not contain; it has: " + KeyRing.names(keys.data())));
        return decrypted(field, owner, key, parts[2]);
    }

    private static String decrypted(Field field, UUID owner, NamedKey key, String text) {
        try {
            byte[] message = Base64.getUrlDecoder().decode(text);
            byte[] nonce = Arrays.copyOf(message, NONCE_BYTES);
            var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, field, owner);
            byte[] value = cipher.doFinal(message, NONCE_BYTES, message.length - NONCE_BYTES);
            return new String(value, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new Unreadable(
                    "a value of " + field + " was changed, belongs to another row, or was encrypted under another"
                            + " key than the one that is now called '" + key.id() + "'");
        }
    }

    private static Cipher cipher(int mode, NamedKey key, byte[] nonce, Field field, UUID owner)
            throws GeneralSecurityException {
        SecretKey aes = key.derived("encrypt", "AES");
        var cipher = Cipher.getInstance(AES_GCM);
        cipher.init(mode, aes, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((FORM + "\n" + field.word() + "\n" + owner).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** The same value under the key that encrypts now. */
    String resealed(Field field, UUID owner, String cipher) {
        return encrypted(field, owner, open(field, owner, cipher));
    }
}
