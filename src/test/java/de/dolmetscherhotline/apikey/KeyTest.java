package de.dolmetscherhotline.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    private static final String BITS = "AbcdefghijklmnopqrstuvwxyzABCDEFG0123456_-9";

    @Test
    void keyIsRecognisableAndReadAsItWasWritten() {
        var key = Key.random();
        assertThat(key.text()).matches("dh_[A-Za-z0-9_-]{43}");
        assertThat(Key.of(key.text())).contains(key);
    }

    @Test
    void noTwoKeysAreTheSame() {
        var seen = new HashSet<String>();
        for (int n = 0; n < 1000; n++) {
            assertThat(seen.add(Key.random().text())).isTrue();
        }
    }

    @Test
    void hashOfAKeyIsItsSha256() {
        assertThat(new Key("abc").hash())
                .asHexString()
                .isEqualToIgnoringCase("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dh_",
                BITS,
                "dh_" + BITS + "x",
                "dh_" + BITS + "\n",
                " dh_" + BITS,
                "DH_" + BITS,
                "dh-" + BITS,
                "dh_AbcdefghijklmnopqrstuvwxyzABCDEFG0123456_-",
                "dh_AbcdefghijklmnopqrstuvwxyzABCDEFG0123456+/9",
                "dh_AbcdefghijklmnopqrstuvwxyzABCDEFG0123456_-ä"
            })
    void whatCannotBeAKeyIsNone(String text) {
        assertThat(Key.of("dh_" + BITS)).isPresent();
        assertThat(Key.of(text)).isEmpty();
    }

    @Test
    void keyIsNotShownInALogLine() {
        var key = Key.random();
        assertThat(key.toString()).doesNotContain(key.text());
        assertThat(new KeysApi.IssuedKey(new UUID(0, 1), key.text()).toString()).doesNotContain(key.text());
    }
}
