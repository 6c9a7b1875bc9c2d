package de.dolmetscherhotline.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class InterpretersApiIT extends PoolIT {

    @Test
    void aNewInterpreterIsReturnedAsSent() {
        Body samira = samira();
        UUID id = created(INTERPRETERS, samira);
        get(INTERPRETERS + "/" + id)
                .hasStatus(200)
                .has("districtId", district.toString())
                .has("name", "Samira Haddad")
                .has("phoneNumber", samira.fields().get("phoneNumber"))
                .has("gender", "female")
                .has("dateOfBirth", "1990-05-17")
                .has("municipality", "Helmstedt")
                .has("roles[0]", "volunteer")
                .has("languages[0].tag", "ar")
                .has("languages[0].level", "native")
                .has("languages[1].tag", "fr")
                .has("languages[1].level", "b2")
                .has("languages[0].direction", "both")
                .has("subjects[0]", "medical")
                .has("subjectQualifications[0].subject", "medical")
                .has("secrecyDeclaredOn", "2026-01-10")
                .has("obligations[0].kind", "secrecy")
                .has("obligations[0].validUntil", null)
                .has("status", "active")
                .has("activatedOn", today().toString())
                .has("available", null);
    }

    @Test
    void everyRoleStatusAndGenderHasItsWord() {
        Body samira = samira();
        for (String role : List.of("volunteer", "integrationslotse", "asylbegleiter", "sworn", "employed")) {
            assertKeeps(samira.with("roles", List.of(role)), "roles[0]", role);
        }
        for (String status : List.of("applied", "in_training", "active", "resting", "left")) {
            assertKeeps(samira.with("status", status), "status", status);
        }
        for (String gender : Arrays.asList("female", "male", "diverse", null)) {
            assertKeeps(samira.with("gender", gender), "gender", gender);
        }
    }

    @Test
    void onlyWhatMustBeKnownIsRequired() {
        UUID id = created(
                INTERPRETERS,
                Body.of(
                        "districtId",
                        district,
                        "name",
                        "Applicant",
                        "phoneNumber",
                        Numbers.mobile(),
                        "languages",
                        List.of(Map.of("tag", "so", "level", "c1")),
                        "status",
                        "applied"));
        get(INTERPRETERS + "/" + id)
                .has("roles.length()", 0)
                .has("subjects.length()", 0)
                .has("dateOfBirth", null)
                .has("activatedOn", null);
    }

    @Test
    void anInterpreterIsReplacedAsAWhole() {
        Body samira = samira();
        UUID id = created(INTERPRETERS, samira);
        Body changed = samira.with("name", "Samira Haddad-Meyer")
                .with("languages", List.of(skill("fr", "c1"), skill("ti", "a2")))
                .with("municipality", null)
                .with("roles", List.of("sworn", "volunteer"))
                .with("subjects", List.of());
        put(INTERPRETERS + "/" + id, changed)
                .hasStatus(200)
                .has("name", "Samira Haddad-Meyer")
                .has("languages.length()", 2)
                .has("languages[0].tag", "fr")
                .has("languages[0].level", "c1")
                .has("languages[1].tag", "ti")
                .has("municipality", null)
                .has("roles.length()", 2)
                .has("subjects.length()", 0);
    }

    @Test
    void theDayOfActivationIsTheDayOnWhichTheStatusBecameActive() {
        Body samira = samira();
        UUID id = created(INTERPRETERS, samira.with("status", "in_training"));
        String path = INTERPRETERS + "/" + id;
        get(path).has("activatedOn", null);
        put(path, samira).has("activatedOn", today().toString());
        database()
                .sql("update interpreter set activated_on = '2020-02-02' where id = :id")
                .bind("id", id)
                .then()
                .as(StepVerifier::create)
                .verifyComplete();
        put(path, samira).has("activatedOn", "2020-02-02");
        put(path, samira.with("status", "resting")).has("activatedOn", "2020-02-02");
        put(path, samira).has("activatedOn", today().toString());
    }

    @Test
    void availabilityIsSwitchedOnAndOff() {
        String path = INTERPRETERS + "/" + created(INTERPRETERS, samira());
        String until = clock.instant()
                .plusSeconds(7200)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        put(path + "/availability", availability(true, null)).hasStatus(200).has("available", true);
        get(path).has("available", true).has("availableUntil", null);
        put(path + "/availability", availability(false, until)).hasStatus(200).has("until", until);
        get(path).has("available", false).has("availableUntil", until);
    }

    @Test
    void replacingAnInterpreterLeavesTheAvailabilityAlone() {
        Body samira = samira();
        String path = INTERPRETERS + "/" + created(INTERPRETERS, samira);
        put(path + "/availability", availability(false, null)).hasStatus(200);
        put(path, samira).hasStatus(200).has("available", false);
    }

    @Test
    void nobodyIsAskedOutOfHoursWithoutHavingAgreed() {
        Body samira = samira();
        String path = INTERPRETERS + "/" + created(INTERPRETERS, samira);
        get(path).has("emergencyOptIn", false).has("calloutOptIn", false);
        put(path, samira.with("emergencyOptIn", true))
                .hasStatus(200)
                .has("emergencyOptIn", true)
                .has("calloutOptIn", false);
        put(path, samira.with("calloutOptIn", true))
                .has("emergencyOptIn", false)
                .has("calloutOptIn", true);
        post(INTERPRETERS, samira.with("emergencyOptIn", "sometimes")).rejects("emergencyOptIn");
    }

    @Test
    void secrecyCannotBeDeclaredTomorrow() {
        Body samira = samira();
        post(INTERPRETERS, samira.with("secrecyDeclaredOn", today().plusDays(1)))
                .rejects("secrecyDeclaredOn");
        created(INTERPRETERS, samira.with("secrecyDeclaredOn", today()));
    }

    @Test
    void availabilityThatMakesNoSenseIsRejected() {
        String availability = INTERPRETERS + "/" + created(INTERPRETERS, samira()) + "/availability";
        put(availability, Body.of()).rejects("available");
        put(availability, availability("yes", null)).rejects("available");
        put(availability, availability(true, "tomorrow")).rejects("until");
        put(availability, availability(true, "2020-01-01T00:00:00Z")).rejects("until");
        put(availability, availability(true, null).with("since", null)).rejects("since");
        put(INTERPRETERS + "/" + UUID.randomUUID() + "/availability", availability(true, null))
                .isProblem(404);
    }

    @Test
    void aRemovedInterpreterIsGone() {
        String path = INTERPRETERS + "/" + created(INTERPRETERS, samira());
        delete(path).hasStatus(204);
        get(path).isProblem(404);
        delete(path).isProblem(404);
    }

    @Test
    void interpretersAreListedByDistrict() {
        UUID first = created(INTERPRETERS, samira());
        UUID second = created(INTERPRETERS, samira());
        get(INTERPRETERS + "?size=1&districtId=" + district)
                .hasStatus(200)
                .hasHeader("X-Total-Count", "2")
                .has("$.length()", 1)
                .has("[0].id", first.toString());
        get(INTERPRETERS + "?size=1&page=1&districtId=" + district).has("[0].id", second.toString());
        get(INTERPRETERS + "?size=1000").rejects("size");
    }

    @Test
    void anUnknownIdIsNotFound() {
        String nowhere = INTERPRETERS + "/" + UUID.randomUUID();
        get(nowhere).isProblem(404);
        put(nowhere, samira()).isProblem(404);
    }

    @Test
    void everyFieldThatIsMissingIsNamed() {
        post(INTERPRETERS, Body.of()).rejects("districtId", "languages", "name", "phoneNumber", "status");
    }

    @Test
    void badInputIsRejectedByField() {
        Body samira = samira();
        post(INTERPRETERS, samira.with("districtId", UUID.randomUUID())).rejects("districtId");
        post(INTERPRETERS, samira.with("name", "  ")).rejects("name");
        post(INTERPRETERS, samira.with("phoneNumber", "0")).rejects("phoneNumber");
        post(INTERPRETERS, samira.with("gender", "Female")).rejects("gender");
        post(INTERPRETERS, samira.with("gender", 1)).rejects("gender");
        post(INTERPRETERS, samira.with("dateOfBirth", "17.05.1990")).rejects("dateOfBirth");
        post(INTERPRETERS, samira.with("roles", List.of("volunteer", "spy"))).rejects("roles[1]");
        post(INTERPRETERS, samira.with("subjects", List.of("cooking"))).rejects("subjects[0]");
        post(INTERPRETERS, samira.with("status", "ACTIVE")).rejects("status");
        post(INTERPRETERS, samira.with("secrecyDeclaredOn", "soon")).rejects("secrecyDeclaredOn");
        post(INTERPRETERS, samira.with("nickname", "Sam")).rejects("nickname");
    }

    @Test
    void languagesThatMakeNoSenseAreRejected() {
        Body samira = samira();
        post(INTERPRETERS, samira.with("languages", List.of())).rejects("languages");
        post(INTERPRETERS, samira.with("languages", List.of(skill("xx", "c1")))).rejects("languages[0].tag");
        post(INTERPRETERS, samira.with("languages", List.of(skill("ar", "fluent"))))
                .rejects("languages[0].level");
        post(INTERPRETERS, samira.with("languages", List.of(skill("ar", "c1"), Map.of("tag", "fr"))))
                .rejects("languages[1].level");
        post(INTERPRETERS, samira.with("languages", List.of(skill("ar", "c1"), skill("ar", "b1"))))
                .rejects("languages");
        post(INTERPRETERS, samira.with("languages", List.of("ar"))).rejects("languages[0]");
    }

    @Test
    void aRefusalDoesNotRepeatWhatWasSent() {
        String refusal = post(INTERPRETERS, samira().with("phoneNumber", "secret number of Samira"))
                .rejects("phoneNumber")
                .body();
        assertThat(refusal).doesNotContain("secret");
    }

    private void assertKeeps(Body body, String path, @Nullable String word) {
        UUID id = created(INTERPRETERS, body.with("phoneNumber", Numbers.mobile()));
        get(INTERPRETERS + "/" + id).has(path, word);
    }

    private static Body availability(Object available, @Nullable String until) {
        return Body.of("available", available, "until", until);
    }
}
