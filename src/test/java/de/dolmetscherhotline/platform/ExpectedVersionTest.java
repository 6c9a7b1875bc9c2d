package de.dolmetscherhotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedVersionTest {

    @Test
    void withoutTheHeaderEveryVersionIsAdmitted() {
        assertThat(ExpectedVersion.from(null).admits(7)).isTrue();
        assertThat(ExpectedVersion.any().admits(7)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "*", " * ", "\"6\", \"7\"", "\"6\",W/\"7\""})
    void versionThatIsNamedIsAdmitted(String ifMatch) {
        assertThat(ExpectedVersion.from(ifMatch).admits(7)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"77\"", "7", "", " ", ",", "\"\"", "nonsense", "'7'", "\"7"})
    void nothingElseIs(String ifMatch) {
        assertThat(ExpectedVersion.from(ifMatch).admits(7)).isFalse();
    }
}
