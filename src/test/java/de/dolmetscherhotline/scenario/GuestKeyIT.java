package de.dolmetscherhotline.scenario;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** A hospital's own system rings third parties into its calls with a key of the hospital. */
class GuestKeyIT extends GuestScriptIT {

    private static final Body NOTHING = Body.of();

    @Test
    void ownSoftwareRingsHoldsAndDropsAThirdParty() {
        var key = key(doctor.id(), "guests:read", "guests:write");
        theyTalk();
        var patient = stranger();

        var guest = with(
                        key,
                        HttpMethod.POST,
                        guests(),
                        Body.of("number", patient.phone().number()))
                .hasStatus(201)
                .text("id");
        seconds(1);
        patient.isRinging().accepts();
        seconds(1);
        talkTogether(doctor, amina, patient);
        with(key, HttpMethod.PUT, guests() + "/" + guest + "/hold", Body.of("held", true))
                .hasStatus(204);
        settle();
        patient.talksWithNobody();
        with(key, HttpMethod.GET, guests(), NOTHING).hasStatus(200).has("$[0].state", "held");
        with(key, HttpMethod.DELETE, guests() + "/" + guest, NOTHING).hasStatus(204);
        settle();

        with(key, HttpMethod.GET, guests(), NOTHING).has("$[0].state", "dropped");
        doctor.talksWith(amina);
    }

    @Test
    void callsOfOthersDoNotExistForAKey() {
        var foreign = key(practice().id(), "guests:read", "guests:write");
        theyTalk();
        joined();
        var guest = guests() + "/" + onlyGuest();

        with(foreign, HttpMethod.GET, guests(), NOTHING).isProblem(404);
        with(
                        foreign,
                        HttpMethod.POST,
                        guests(),
                        Body.of("number", stranger().phone().number()))
                .isProblem(404);
        with(foreign, HttpMethod.PUT, guest + "/hold", Body.of("held", true)).isProblem(404);
        with(foreign, HttpMethod.DELETE, guest, NOTHING).isProblem(404);
        stateIs("joined");
    }

    private String key(UUID organisation, String... scopes) {
        return post(
                        "/api/v1/organisations/" + organisation + "/keys",
                        Body.of("name", "Klinikinformationssystem", "scopes", List.of(scopes)))
                .hasStatus(201)
                .text("key");
    }

    private Answer with(String key, HttpMethod method, String path, Body body) {
        var asked = anonymous().method(method).uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + key);
        return Answer.to(HttpMethod.GET.equals(method) ? asked : asked.bodyValue(body.fields()));
    }
}
