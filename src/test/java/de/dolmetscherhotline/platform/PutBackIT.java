package de.dolmetscherhotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a client was shown can be sent back with a change: what only answers hold is ignored, everything else still counts. */
class PutBackIT extends HotlineIT {

    @Test
    void ofADistrict() {
        staysWhatItIs("/api/v1/districts/" + district());
    }

    @Test
    void ofALine() {
        staysWhatItIs("/api/v1/lines/"
                + created(
                        "/api/v1/lines",
                        Body.of("districtId", district(), "number", Numbers.landline(), "languages", List.of("ar"))));
    }

    @Test
    void ofAnOrganisation() {
        var id = created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        district(),
                        "name",
                        "Praxis",
                        "kind",
                        "practice",
                        "phoneNumbers",
                        List.of(Numbers.landline()),
                        "pin",
                        "471199"));
        staysWhatItIs("/api/v1/organisations/" + id);
    }

    @Test
    void ofAnAgreement() {
        var id = created(
                "/api/v1/agreements", Body.of("districtId", district(), "partnerId", district(), "position", 0));
        staysWhatItIs("/api/v1/agreements/" + id);
    }

    @Test
    void ofATraining() {
        var date = Map.of("startsAt", "2026-12-01T09:00:00Z", "endsAt", "2026-12-01T12:00:00Z", "place", "Kreishaus");
        var id = created(
                "/api/v1/trainings", Body.of("districtId", district(), "title", "Grundkurs", "dates", List.of(date)));
        staysWhatItIs("/api/v1/trainings/" + id);
    }

    @Test
    void ofAnInterpreter() {
        var path = "/api/v1/interpreters/"
                + created(
                        "/api/v1/interpreters",
                        Body.of(
                                "districtId",
                                district(),
                                "name",
                                "Amina",
                                "phoneNumber",
                                Numbers.mobile(),
                                "languages",
                                List.of(Map.of("tag", "ar", "level", "native")),
                                "status",
                                "in_training"));
        var shown = shown(path);
        sendBack(path, shown);
        shown.merge("version", 1, (version, one) -> (Integer) version + (Integer) one);
        assertThat(shown(path)).isEqualTo(shown);
    }

    @Test
    void whatNoAnswerHoldsIsStillAnError() {
        var path = "/api/v1/districts/" + district();
        put(path, Body.of("name", "Landkreis " + UUID.randomUUID(), "timeZone", "Europe/Berlin", "regoin", "DE-NI"))
                .rejects("regoin");
    }

    private void staysWhatItIs(String path) {
        var shown = shown(path);
        sendBack(path, shown);
        assertThat(shown(path)).isEqualTo(shown);
    }

    private void sendBack(String path, Map<String, Object> shown) {
        api().put().uri(path).bodyValue(shown).exchange().expectStatus().isOk();
    }

    private Map<String, Object> shown(String path) {
        return JsonPath.read(get(path).hasStatus(200).body(), "$");
    }
}
