package de.dolmetscherhotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @Test
    void secretsFitIntoAnAddressAndAreNeverTheSame() {
        var secrets = new HashSet<String>();
        IntStream.range(0, 1000).forEach(i -> secrets.add(Secret.random().text()));
        assertThat(secrets).hasSize(1000).allSatisfy(text -> assertThat(text).matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void whatWasMadeIsRecognised() {
        var secret = Secret.random();
        assertThat(Secret.of(secret.text())).hasValue(secret);
        assertThat(Secret.of(secret.text()).orElseThrow().hash())
                .isEqualTo(secret.hash())
                .hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "..", "%00", "{}", "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ"})
    void whatCannotBeASecretIsNone(String text) {
        assertThat(Secret.of(text)).isEmpty();
    }

    @Test
    void itIsNotPrinted() {
        var secret = Secret.random();
        assertThat(secret.toString()).doesNotContain(secret.text());
    }
}
