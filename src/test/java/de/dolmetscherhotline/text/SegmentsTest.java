package de.dolmetscherhotline.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In how many parts a text is sent. */
class SegmentsTest {

    @ParameterizedTest
    @CsvSource({
        "a, 1, 1, true",
        "a, 160, 1, true",
        "a, 161, 2, true",
        "a, 306, 2, true",
        "a, 307, 3, true",
        "€, 80, 1, true",
        "€, 81, 2, true",
        "€, 152, 2, true",
        "€, 153, 3, true",
        "ü, 160, 1, true",
        "ع, 70, 1, false",
        "ع, 71, 2, false",
        "ع, 134, 2, false",
        "ع, 135, 3, false",
        "😀, 35, 1, false",
        "😀, 36, 2, false",
        "😀, 66, 2, false",
        "😀, 67, 3, false"
    })
    void lettersAreCountedAsTheNetworkCountsThem(String letter, int times, int parts, boolean plain) {
        assertThat(Segments.of(letter.repeat(times))).isEqualTo(new Segments(parts, plain));
    }

    @Test
    void oneLetterOfAnotherAlphabetMakesAllOfThemOther() {
        assertThat(Segments.of("a".repeat(159) + "ş")).isEqualTo(new Segments(3, false));
    }
}
