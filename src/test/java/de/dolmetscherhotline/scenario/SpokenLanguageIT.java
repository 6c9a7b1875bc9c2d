package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Heard;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Branch 2: the language is said instead of chosen by key; it counts when it was read back and confirmed. */
class SpokenLanguageIT extends PhoneScriptIT {

    @Test
    void whatWasSaidIsReadBackAndConfirmedByKey() {
        var amina = interpreter("ar");

        var doctor = practice()
                .dials(line)
                .says("Arabisch bitte")
                .hears("Sie haben Arabisch gesagt. Drücken Sie die 1, wenn das stimmt");
        amina.wasNeverDialled();
        doctor.presses("1").hears("Wir suchen jetzt").hears("Arabisch");
        seconds(2);
        amina.accepts();
        seconds(5);

        doctor.talksWith(amina);
        sessions().count(1).latestHas("language", "ar");
    }

    @ParameterizedTest
    @CsvSource({
        "'ich brauche jemanden für tigrinya', Tigrinya",
        "Türkisch, Türkisch",
        "'Farsi.', Farsi",
        "persisch, Farsi",
        "'Deutsch und Ukrainisch, bitte', Ukrainisch",
        "українська, Ukrainisch"
    })
    void languageIsFoundInASentenceAndByItsOwnName(String words, String language) {
        practice().dials(line).says(words).hears("Sie haben " + language);
    }

    @Test
    void otherKeyAsksAgainAndTheMenuStillWorks() {
        interpreter("uk");

        var doctor = practice().dials(line).says("Arabisch").hears("Sie haben Arabisch gesagt");
        doctor.presses("2").hears("Für Arabisch drücken Sie die 1").neverHeard("Wir suchen");
        doctor.presses("2").hears("Wir suchen jetzt").hears("Ukrainisch");
    }

    @Test
    void whatWasUnderstoodWronglyMayBeSaidAgain() {
        interpreter("uk");

        practice()
                .dials(line)
                .says("Arabisch")
                .presses("2")
                .says("Ukrainisch")
                .hears("Sie haben Ukrainisch gesagt")
                .presses("1")
                .hears("Wir suchen jetzt");
    }

    @Test
    void silenceIsNoConfirmation() {
        interpreter("ar");
        var doctor = practice().dials(line).says("Arabisch");
        seconds(15);

        doctor.hears("keine Eingabe").hears("Für Arabisch drücken Sie die 1").neverHeard("Wir suchen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Klingonisch", "Guten Tag, Praxis Lindner", "Arabisch oder Ukrainisch", "...", "kein Arabistik"})
    void wordsThatNameNoLanguageOrSeveralAreAskedAgain(String words) {
        practice().dials(line).says(words).hears("nicht verstanden").hears("Für Arabisch drücken Sie die 1");
    }

    @Test
    void whoeverIsNeverUnderstoodIsBiddenFarewell() {
        var doctor = practice().dials(line);
        for (int i = 0; i < 4; i++) {
            doctor.says("Klingonisch");
        }

        doctor.hears("keine Sprache verstanden");
        sessions().count(1).latestHas("outcome", "no_language_chosen");
    }

    @Test
    void emergencyMayBeMarkedFirst() {
        interpreter("ar");

        practice().dials(line).presses("9").says("Arabisch").presses("1").hears("Wir suchen jetzt");

        sessions().latestHas("emergency", true);
    }

    @Test
    void nobodyListensWhereNothingIsAsked() {
        talk(practice(), "1", interpreter("ar"));
        var doctor = practice().dials(line).presses("1").says("Ukrainisch");

        assertThat(doctor.phone().heard()).extracting(Heard::kind).contains(Heard.Kind.SPEECH_LOST);
        sessions().latestHas("language", "ar");
    }

    @Test
    void wordsAreWrittenDownNowhere() {
        interpreter("ar");
        var doctor = practice().dials(line);
        for (var words : List.of("Frau Zitterbacke hat Fieber", "Arabisch für Frau Zitterbacke")) {
            doctor.says(words);
            assertThat(tablesThatMention("Zitterbacke")).isEmpty();
        }
        doctor.presses("1").hears("Wir suchen jetzt");
        pass(Duration.ofMinutes(1));

        assertThat(tablesThatMention("Zitterbacke")).isEmpty();
        assertThat(tablesThatMention("CallerSpoke")).containsExactly("call_event");
        assertThat(sessions().answer().body()).doesNotContain("Zitterbacke");
    }
}
