package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Body;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody is rung of whom an obligation has run out, or who must not meet the people who call; and the log says why. */
class ObligationsIT extends PhoneScriptIT {

    @Test
    void whoseCertificateHasRunOutIsNotRungAndTheLogNamesIt() {
        var karim = interpreterWith(aProfile("ar").with("obligations", List.of(proof("2021-01-01", "2026-01-01"))))
                .goesOnDuty();
        var amina = interpreterWith(aProfile("ar").with("obligations", List.of(proof("2021-01-01", "2126-01-01"))))
                .goesOnDuty();

        talk(practice(), "1", amina);

        karim.wasNeverDialled();
        assertThat(sessions().reasonsAgainst(karim)).containsExactly("obligation-expired");
        assertThat(obligationAgainst(karim)).containsOnly("criminal_record");
    }

    @Test
    void lastDayOnWhichSomethingHoldsIsADayToBeCalled() {
        var day = tomorrow();
        var amina = interpreterWith(aProfile("ar").with("obligations", List.of(proof("2025-01-01", day.toString()))))
                .goesOnDuty();
        moveTo(day.atTime(23, 50));
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        amina.isRinging();
        doctor.hangsUp();
        seconds(10);

        moveTo(day.plusDays(1).atTime(0, 10));
        practice().dials(line).presses("1").hears("niemand im Dienst");
        seconds(2);
        amina.isIdle();
        assertThat(sessions().reasonsAgainst(amina)).containsExactly("obligation-expired");
    }

    @Test
    void whoInterpretsOneWayOnlyIsNotRung() {
        var oneWay = interpreterWith(aProfile("ar").with("languages", List.of(oneWay("ar"))))
                .goesOnDuty();

        practice().dials(line).presses("1").hears("niemand im Dienst");
        seconds(2);

        oneWay.wasNeverDialled();
        assertThat(sessions().reasonsAgainst(oneWay)).containsExactly("one-way-only");
    }

    @Test
    void whoMustNotMeetAnOrganisationIsNotRungForItButForOthers() {
        var practice = practice();
        var omar = interpreterWith(aProfile("ar").with("doNotPair", keptFrom(practice)))
                .goesOnDuty();
        var doctor = practice.dials(line).presses("1").hears("niemand im Dienst");
        seconds(2);
        omar.wasNeverDialled();
        assertThat(sessions().reasonsAgainst(omar)).containsExactly("do-not-pair");
        doctor.hangsUp();

        talk(practice(), "1", omar);
    }

    @Test
    void notEvenInAnEmergencyNorWhenChosen() {
        var practice = practice();
        var omar = interpreterWith(aProfile("ar").with("doNotPair", keptFrom(practice)))
                .goesOnDuty();
        var amina = interpreter("ar");
        practice.dials(line).presses("9").presses("1");
        seconds(2);
        amina.isRinging();

        post("/api/v1/calls/" + newestCall() + "/interpreter", Body.of("interpreterId", omar.id()));
        seconds(5);

        omar.wasNeverDialled();
        amina.accepts();
    }

    @Test
    void partnersKeepThemApartToo() {
        var helper = presentDistrict();
        var theirs = aProfile("ar");
        moveToAnotherDistrict();
        var practice = practice();
        var omar = interpreterWith(theirs.with("doNotPair", keptFrom(practice))).goesOnDuty();
        created(
                "/api/v1/agreements",
                Body.of("districtId", presentDistrict(), "partnerId", helper, "position", 0, "languages", List.of()));

        practice.dials(line).presses("1").hears("niemand im Dienst");
        seconds(2);
        omar.wasNeverDialled();
        practice.hangsUp();

        talk(practice(), "1", omar);
    }

    private List<Object> obligationAgainst(Person interpreter) {
        return JsonPath.read(
                sessions().answer().body(),
                "$[0].matching[*].decision.leftOut[?(@.interpreter=='" + interpreter.id() + "')].obligation");
    }

    private static List<Map<String, Object>> keptFrom(Person practice) {
        return List.of(Map.of("organisationId", practice.id(), "reason", "Verwandte"));
    }

    private static Map<String, @Nullable Object> proof(String issuedOn, String validUntil) {
        return Body.of("kind", "criminal_record", "issuedOn", issuedOn, "validUntil", validUntil)
                .fields();
    }

    private static Map<String, Object> oneWay(String tag) {
        return Map.of("tag", tag, "level", "native", "direction", "from_german");
    }
}
