package de.dolmetscherhotline.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys for what tests store. Who reads this can read that. */
public final class TestKeys {

    public static final String DATA = "test:VGhlc2UgYXJlIDMyIGJ5dGVzIG9mIGEgZGF0YSBrZXk=";
    public static final String INDEX = "test:VGhlc2UgYXJlIDMyIGJ5dGVzIG9mIGluZGV4IGtleXM=";

    private TestKeys() {}

    /** An entry of {@code HOTLINE_DATA_KEYS} or {@code HOTLINE_INDEX_KEYS}; the same for the same arguments. */
    public static String entry(String name, String secret) {
        byte[] padded = String.format("%-32.32s", secret).getBytes(StandardCharsets.US_ASCII);
        return name + ":" + Base64.getEncoder().encodeToString(padded);
    }
}
