package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The main job: a doctor talks through an interpreter. */
class SuccessIT extends PhoneScriptIT {

    @Test
    void doctorChoosesArabicAndTalksWithTheInterpreterWhoAccepts() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).hears("Welche Sprache").hears("Für Arabisch drücken Sie die 1");

        doctor.presses("1").hears("Wir suchen jetzt").hears("Arabisch");
        seconds(2);
        amina.isRinging().picksUp().hears("Arabisch, eine Arztpraxis").presses("1");
        seconds(5);

        doctor.talksWith(amina);
        amina.talksWith(doctor);

        seconds(300);
        amina.hangsUp();
        seconds(3);
        doctor.hears("Wie zufrieden waren Sie").presses("5").hears("Vielen Dank");
        seconds(30);
        doctor.isIdle();

        sessions()
                .count(1)
                .latestHas("outcome", "connected")
                .latestHas("language", "ar")
                .latestHas("rating", 5)
                .latestHas("interpreterId", amina.id().toString())
                .timesInOrder(
                        "startedAt",
                        "answeredAt",
                        "languageChosenAt",
                        "firstRingAt",
                        "acceptedAt",
                        "connectedAt",
                        "endedAt");
        assertThat(sessions().fates()).containsExactly("accepted");
        assertThat(sessions().between("connectedAt", "endedAt").toSeconds()).isBetween(290L, 310L);
    }
}
