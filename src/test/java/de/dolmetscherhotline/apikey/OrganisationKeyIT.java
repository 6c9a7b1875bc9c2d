package de.dolmetscherhotline.apikey;

import de.dolmetscherhotline.access.Scope;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** A district with an organisation, and whoever has a key of it. */
abstract class OrganisationKeyIT extends HotlineIT {

    protected UUID district = new UUID(0, 0);
    protected UUID organisation = new UUID(0, 0);

    @BeforeEach
    void anOrganisation() {
        district = district();
        organisation = created("/api/v1/organisations", hospital());
    }

    protected Body hospital() {
        return Body.of("districtId", district, "name", "Klinikum Helmstedt", "kind", "hospital");
    }

    protected String keys() {
        return "/api/v1/organisations/" + organisation + "/keys";
    }

    protected static Body newKey(String name, Scope... scopes) {
        return Body.of(
                "name",
                name,
                "scopes",
                Arrays.stream(scopes).map(Scope::toString).toList());
    }

    protected Issued issue(Scope... scopes) {
        var answer = post(keys(), newKey("Klinikinformationssystem " + UUID.randomUUID(), scopes))
                .hasStatus(201);
        return new Issued(UUID.fromString(answer.text("id")), answer.text("key"));
    }

    protected record Issued(UUID id, String text) {}

    protected Answer ask(Issued key, HttpMethod method, String path) {
        return ask(key.text(), method, path);
    }

    protected Answer ask(String key, HttpMethod method, String path) {
        return Answer.to(anonymous().method(method).uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + key));
    }

    protected Answer languages(Issued key) {
        return ask(key, HttpMethod.GET, "/api/v1/languages");
    }

    protected static List<Scope> scopes() {
        return List.of(Scope.values());
    }
}
