package de.dolmetscherhotline.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text fits where it has to go. */
class WordingTest {

    private static final int TWO_SEGMENTS = 306;
    private static final String GSM_7 = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private final Wording wording = new Wording();

    static Stream<String> keys() throws IOException {
        var texts = new Properties();
        try (var file =
                Objects.requireNonNull(WordingTest.class.getResourceAsStream("/config/prompts/texts_de.properties"))) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts.stringPropertyNames().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void textFitsIntoTwoSegmentsOfPlainLetters(String key) {
        var text = wording.text(Wording.GERMAN, key, "Sorani (Zentralkurdisch)", 1234);

        assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(TWO_SEGMENTS).doesNotContain("{", "''");
        assertThat(text.chars().filter(letter -> GSM_7.indexOf(letter) < 0)).isEmpty();
    }

    @Test
    void languageWithoutTextsOfItsOwnIsAnsweredInGerman() {
        assertThat(wording.text(new Language("ti"), "answer.on")).isEqualTo(wording.text(Wording.GERMAN, "answer.on"));
    }

    @Test
    void callForVolunteersNamesTheLanguageAndTheCode() {
        assertThat(wording.text(Wording.GERMAN, "callout.invite", "Arabisch", 47))
                .startsWith("Arabisch wird jetzt gebraucht.")
                .contains("JA 47");
    }
}
