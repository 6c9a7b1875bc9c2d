package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How well a district's pool covers each language, now and in the week. */
class CoverageApiIT extends HotlineIT {

    private static final String INTERPRETERS = "/api/v1/interpreters";

    /** A Wednesday, 21:00 in Berlin. */
    private static final String AT = "&at=2027-01-13T20:00:00Z";

    private UUID district = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        district = district();
    }

    @Test
    void speakersAreCountedByLanguageAndDuty() {
        onDuty(person("ar", "fr"));
        person("ar");
        get(coverage())
                .hasStatus(200)
                .has("languages.length()", 2)
                .has("languages[0].tag", "ar")
                .has("languages[0].routable", 2)
                .has("languages[0].onDuty", 1)
                .has("languages[1].tag", "fr")
                .has("languages[1].routable", 1)
                .has("languages[1].onDuty", 1);
    }

    @Test
    void languageOfALineThatNobodySpeaksIsAGap() {
        created(
                "/api/v1/lines",
                Body.of("districtId", district, "number", Numbers.landline(), "languages", List.of("ti")));
        get(coverage())
                .has("languages[0].tag", "ti")
                .has("languages[0].routable", 0)
                .has("languages[0].onDuty", 0);
    }

    @Test
    void nobodyCountsWhoCouldNotBeAsked() {
        onDuty(person(body("ar").with("status", "resting")));
        onDuty(person(body("ar").with("secrecyDeclaredOn", null)));
        onDuty(person(body("ar").with("languages", List.of(Map.of("tag", "ar", "level", "a2")))));
        get(coverage()).has("languages.length()", 0);
    }

    @Test
    void theWeekShowsWhatIsPlannedAndTheInstantWhatHoldsThen() {
        var amina = person("ar");
        put(
                        INTERPRETERS + "/" + amina + "/plan",
                        Body.of("shifts", List.of(Map.of("day", "wednesday", "starts", "18:30", "ends", "22:00"))))
                .hasStatus(200);
        get(coverage() + AT)
                .has("at", "2027-01-13T20:00:00Z")
                .has("languages[0].onDuty", 1)
                .has("languages[0].planned.wednesday.length()", 24)
                .has("languages[0].planned.wednesday[18]", 0)
                .has("languages[0].planned.wednesday[19]", 1)
                .has("languages[0].planned.wednesday[21]", 1)
                .has("languages[0].planned.wednesday[22]", 0)
                .has("languages[0].planned.thursday[20]", 0);

        put(
                        INTERPRETERS + "/" + amina + "/preferences",
                        Body.of(
                                "quietHours",
                                Map.of("from", "20:30", "to", "07:00"),
                                "emergencyOptIn",
                                false,
                                "calloutOptIn",
                                false,
                                "shiftReminder",
                                false))
                .hasStatus(200);
        get(coverage() + AT).has("languages[0].onDuty", 0);
    }

    @Test
    void questionsThatMakeNoSenseAreRejected() {
        get("/api/v1/coverage").isProblem(400);
        get("/api/v1/coverage?districtId=" + UUID.randomUUID()).rejects("districtId");
        get("/api/v1/coverage?districtId=helmstedt").rejects("districtId");
        get(coverage() + "&at=tomorrow").rejects("at");
    }

    private String coverage() {
        return "/api/v1/coverage?districtId=" + district;
    }

    private void onDuty(UUID who) {
        put(INTERPRETERS + "/" + who + "/availability", Body.of("available", true))
                .hasStatus(200);
    }

    private UUID person(String... languages) {
        return person(body(languages));
    }

    private UUID person(Body body) {
        return created(INTERPRETERS, body);
    }

    private Body body(String... languages) {
        return Body.of(
                "districtId",
                district,
                "name",
                "Amina Haddad",
                "phoneNumber",
                Numbers.mobile(),
                "dateOfBirth",
                "1985-03-01",
                "languages",
                List.of(languages).stream()
                        .map(tag -> Map.of("tag", tag, "level", "native"))
                        .toList(),
                "secrecyDeclaredOn",
                "2026-01-10",
                "status",
                "active");
    }
}
