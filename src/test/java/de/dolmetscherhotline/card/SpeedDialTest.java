package de.dolmetscherhotline.card;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.LanguagesFixture;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.platform.QrPicture;
import de.dolmetscherhotline.testsupport.MessageFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The strings on the speed-dial card. */
class SpeedDialTest {

    private static SpeedDial card(Languages languages, String number, String... ofTheLine) {
        var line = new Line(
                new LineId(new UUID(0, 1)),
                new DistrictId(new UUID(0, 2)),
                new PhoneNumber(number),
                List.of(ofTheLine).stream().map(Language::new).toList(),
                null,
                null,
                null,
                null,
                Line.DEFAULT_CLOSED_CHOICES);
        return SpeedDial.of(line, languages, Locale.GERMAN, SpokenLanguage::name);
    }

    @Test
    void theNumberIsWrittenAsItIsDialledHereWithNothingButDigits() {
        var card = card(LanguagesFixture.of("ar", "Arabisch", "40"), "+493023125100");

        assertThat(card.start()).isEqualTo("03023125100,,");
        assertThat(card.afterPin()).isEqualTo("#,");
        assertThat(card.end()).isEqualTo("#");
    }

    @Test
    void betweenTheKeysOfACodeIsAPauseHoweverLongItIs() {
        assertThat(card(LanguagesFixture.of("ar", "Arabisch", "40"), "+493023125100")
                        .entries()
                        .getFirst()
                        .keys())
                .isEqualTo("4,0");
        assertThat(card(LanguagesFixture.of("ar", "Arabisch", "4711"), "+493023125100")
                        .entries()
                        .getFirst()
                        .keys())
                .isEqualTo("4,7,1,1");
    }

    @Test
    void aPictureHoldsNoPinAndTheNumberAsItIsDialledFromEverywhere() {
        var card = card(LanguagesFixture.of("ar", "Arabisch", "40"), "+493023125100", "ar", "uk");

        assertThat(card.codes()).extracting(SpeedDial.Code::link).containsExactly("tel:+493023125100,,4,0");
    }

    @Test
    void aPictureHasAQuietZone() {
        var picture = QrPicture.of("tel:+493023125100,,4,0");

        assertThat(picture.size()).isEqualTo(25 + 2 * 4);
        assertThat(picture.outline()).startsWith("M4 4h1v1h-1z").doesNotContain("M3 ", "M29 ");
    }

    @Test
    void everyWordExistsInBothLanguages() {
        assertThat(words("messages_en")).isNotEmpty().isEqualTo(words("messages"));
    }

    private static Set<String> words(String file) {
        return new MessageFile(Path.of("src", "main", "resources", file + ".properties"))
                .texts().keySet().stream()
                        .filter(key -> key.startsWith("speeddial.") || key.startsWith("languagecard."))
                        .collect(Collectors.toSet());
    }
}
