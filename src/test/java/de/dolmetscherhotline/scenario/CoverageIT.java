package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Body;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may be asked at all; and when there is nobody, the caller hears so at once. */
class CoverageIT extends PhoneScriptIT {

    @Test
    void nobodyOnDutyIsSaidAtOnceAndLoggedAsUncoveredDemand() {
        var amina = interpreterOffDuty("ar");

        var doctor = practice().dials(line).presses("1").hears("Für Arabisch ist zurzeit leider niemand im Dienst");
        assertThat(doctor.timesHeard("niemand im Dienst").getFirst())
                .isEqualTo(sessions().time("languageChosenAt"));
        seconds(80);

        doctor.heardInTurn("legen Sie einfach auf", "keine Eingabe", "legen Sie einfach auf", "Wir haben Ihren Bedarf")
                .isIdle();
        amina.wasNeverDialled();
        assertThat(dials()).isEmpty();
        sessions()
                .count(1)
                .latestHas("outcome", "no_coverage")
                .latestHas("language", "ar")
                .timesInOrder("startedAt", "languageChosenAt", "endedAt");
        assertThat(sessions().reasonsAgainst(amina)).containsExactly("not-on-duty");
    }

    @Test
    void emptyPoolIsNoCoverage() {
        var doctor = practice().dials(line).presses("1").hears("niemand im Dienst");
        sessions().latestHas("outcome", null);

        doctor.hangsUp();

        sessions().latestHas("outcome", "no_coverage");
    }

    @Test
    void explicitOffIsHonoured() {
        var amina = interpreter("ar");
        amina.goesOffDuty();

        practice().dials(line).presses("1").hears("niemand im Dienst");

        seconds(20);
        amina.wasNeverDialled();
        assertThat(sessions().reasonsAgainst(amina)).containsExactly("said-off");
    }

    @Test
    void dutyEndsAtTheTimeThatWasGiven() {
        var amina = interpreterOffDuty("ar");
        setAvailability(
                amina.id(),
                Body.of(
                        "available",
                        true,
                        "until",
                        CLOCK.instant().plusSeconds(600).toString()));
        seconds(599);
        var doctor = practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(2);
        doctor.hangsUp();
        seconds(10);

        practice().dials(line).presses("1").hears("niemand im Dienst");

        assertThat(sessions().reasonsAgainst(amina)).containsExactly("not-on-duty");
    }

    static Stream<Arguments> peopleWhoMustNotBeAsked() {
        return Stream.of(
                Arguments.of("secrecyDeclaredOn", null, "secrecy-not-declared"),
                Arguments.of("languages", List.of(Map.of("tag", "ar", "level", "a2")), "level-too-low"),
                Arguments.of("status", "resting", "not-active"),
                Arguments.of("status", "in_training", "not-active"));
    }

    @ParameterizedTest
    @MethodSource("peopleWhoMustNotBeAsked")
    void sheIsLeftOutAndTheLogSaysWhy(String field, Object value, String reason) {
        var leftOut = interpreterWith(aProfile("ar").with(field, value)).goesOnDuty();
        var asked = interpreter("ar");

        practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(10);

        asked.isRinging();
        leftOut.wasNeverDialled();
        assertThat(sessions().reasonsAgainst(leftOut)).containsExactly(reason);
        assertThat(sessions().reasonsAgainst(asked)).doesNotContain(reason);
    }

    @Test
    void minorsAreNotAsked() {
        var minor = interpreterWith(
                        aProfile("ar").with("dateOfBirth", "2010-01-01").with("status", "applied"))
                .goesOnDuty();

        practice().dials(line).presses("1").hears("niemand im Dienst");

        minor.wasNeverDialled();
        assertThat(sessions().reasonsAgainst(minor))
                .isSubsetOf("not-active", "not-adult")
                .isNotEmpty();
        post("/api/v1/interpreters", aProfile("ar").with("dateOfBirth", "2010-01-01"))
                .rejects("dateOfBirth");
    }

    @Test
    void secrecyIsNotDeclaredAheadOfTime() {
        post("/api/v1/interpreters", aProfile("ar").with("secrecyDeclaredOn", "2027-06-01"))
                .rejects("secrecyDeclaredOn");
    }

    @Test
    void peopleOfAnotherDistrictAreNotAsked() {
        var neighbour = interpreter("ar");
        moveToAnotherDistrict();

        practice().dials(line).presses("1").hears("niemand im Dienst");

        neighbour.wasNeverDialled();
    }

    @Test
    void farsiMayStandInForDariButKurmanjiNeverForSorani() {
        var farsi = interpreter("fa");
        interpreter("kmr");

        var doctor =
                practice().dials(line).presses("44").hears("Wir suchen jetzt").hears("Dari");
        seconds(2);
        farsi.isRinging();
        doctor.hangsUp();
        seconds(10);

        practice().dials(line).presses("47").hears("Für Sorani (Zentralkurdisch) ist zurzeit leider niemand im Dienst");
    }
}
