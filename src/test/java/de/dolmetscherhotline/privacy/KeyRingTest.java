package de.dolmetscherhotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.dolmetscherhotline.platform.StartupRefused;
import de.dolmetscherhotline.testsupport.TestKeys;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyRingTest {

    private static final String SECRET = TestKeys.entry("a", "secret").substring(2);

    @Test
    void firstKeyIsInUseAndBlanksAroundEntriesDoNotMatter() {
        var keys = new KeyRing(
                " " + TestKeys.entry("new", "n") + " , " + TestKeys.entry("old-1", "o") + "\n", TestKeys.INDEX);

        assertThat(keys.encrypting().id()).isEqualTo("new");
        assertThat(KeyRing.names(keys.data())).isEqualTo("new, old-1");
        assertThat(keys.dataKey("old-1")).isPresent();
        assertThat(keys.dataKey("older")).isEmpty();
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("", "HOTLINE_DATA_KEYS is not set"),
                Arguments.of("  ", "HOTLINE_DATA_KEYS is not set"),
                Arguments.of(SECRET, "Entry 1 of HOTLINE_DATA_KEYS is not of the form name:key"),
                Arguments.of("a:" + SECRET + ",", "Entry 2 of HOTLINE_DATA_KEYS is not of the form name:key"),
                Arguments.of("A:" + SECRET, "Entry 1 of HOTLINE_DATA_KEYS is not of the form name:key"),
                Arguments.of("a.b:" + SECRET, "Entry 1 of HOTLINE_DATA_KEYS is not of the form name:key"),
                Arguments.of("a:", "Entry 1 of HOTLINE_DATA_KEYS is not of the form name:key"),
                Arguments.of("a:=" + SECRET.substring(1), "Entry 1 of HOTLINE_DATA_KEYS has a key that is not Base64"),
                Arguments.of("a:" + "A".repeat(40), "has a key of 30 bytes instead of 32"),
                Arguments.of("a:" + SECRET + ",a:" + TestKeys.entry("a", "b").substring(2), "names two keys alike"),
                Arguments.of("a:" + SECRET + ",b:" + SECRET, "are the same"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void keysThatCannotBeMeantEndTheStartWithoutBeingShown(String data, String problem) {
        assertThatThrownBy(() -> new KeyRing(data, TestKeys.INDEX))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining(SECRET.substring(0, 8));
    }

    @Test
    void indexKeyIsRequiredAndIsNotADataKey() {
        assertThatThrownBy(() -> new KeyRing(TestKeys.DATA, ""))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("HOTLINE_INDEX_KEYS is not set");
        assertThatThrownBy(() -> new KeyRing(TestKeys.DATA, TestKeys.DATA))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("are the same");
    }
}
