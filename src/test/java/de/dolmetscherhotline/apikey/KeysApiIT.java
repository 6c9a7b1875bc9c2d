package de.dolmetscherhotline.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.access.Scope;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.OwnDatabase;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** How a coordinator issues keys to an organisation, sees them, and takes them back. */
class KeysApiIT extends OrganisationKeyIT {

    @Test
    void keyIsShownOnceAndStoredNowhere() {
        var answer = post(keys(), newKey("Klinikinformationssystem", Scope.REQUESTS_READ, Scope.LANGUAGES_READ))
                .hasStatus(201);
        var key = answer.text("key");
        answer.hasHeader(HttpHeaders.LOCATION, keys() + "/" + answer.text("id"));
        answer.hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(key).startsWith("dh_").hasSize(46);
        assertThat(get(keys()).hasStatus(200).body()).doesNotContain(key);
        assertThat(get(keys() + "/" + answer.text("id")).hasStatus(200).body()).doesNotContain(key);
        assertThat(OwnDatabase.findAnywhere(database(), List.of(key.substring(3))))
                .isEmpty();
        assertThat(OwnDatabase.findAnywhere(database(), List.of(answer.text("id"))))
                .as("the search finds what is there")
                .isNotEmpty();
    }

    @Test
    void keysAreListedNewestFirstWithWhatIsKnownOfThem() {
        var old = issue(Scope.REQUESTS_READ);
        TestTelephony.CLOCK.pass(Duration.ofSeconds(1));
        var id = created(keys(), newKey("Terminplaner", Scope.APPOINTMENTS_WRITE, Scope.APPOINTMENTS_READ));
        get(keys())
                .hasStatus(200)
                .hasHeader("X-Total-Count", "2")
                .has("$.length()", 2)
                .has("[0].id", id.toString())
                .has("[0].name", "Terminplaner")
                .has("[0].scopes[0]", "appointments:write")
                .has("[0].scopes[1]", "appointments:read")
                .has("[0].lastUsedAt", null)
                .has("[0].revokedAt", null)
                .has("[1].id", old.id().toString());
        get(keys() + "?page=1&size=1")
                .has("$.length()", 1)
                .has("[0].id", old.id().toString());
        get(keys() + "/" + id).hasStatus(200).has("name", "Terminplaner");
    }

    @Test
    void keyThatIsRevokedLetsNobodyInAndStaysInTheList() {
        var key = issue(Scope.LANGUAGES_READ);
        languages(key).hasStatus(200);

        delete(keys() + "/" + key.id()).hasStatus(204);

        languages(key).isProblem(401).hasHeader("WWW-Authenticate", "Bearer");
        var revoked = get(keys() + "/" + key.id()).hasStatus(200).text("revokedAt");
        TestTelephony.CLOCK.pass(Duration.ofMinutes(1));
        delete(keys() + "/" + key.id()).hasStatus(204);
        get(keys() + "/" + key.id()).has("revokedAt", revoked);
    }

    @Test
    void nameBelongsToOneValidKey() {
        var first = created(keys(), newKey("Praxisverwaltung", Scope.REQUESTS_READ));
        post(keys(), newKey("Praxisverwaltung", Scope.REQUESTS_READ))
                .isProblem(409)
                .has("errors[0].field", "name");
        get(keys()).hasHeader("X-Total-Count", "1");

        delete(keys() + "/" + first).hasStatus(204);

        created(keys(), newKey("Praxisverwaltung", Scope.REQUESTS_READ));
        get(keys()).hasHeader("X-Total-Count", "2");
    }

    @Test
    void lastUseIsKeptToTheMinute() {
        var key = issue(Scope.LANGUAGES_READ);
        languages(key).hasStatus(200);
        var first = lastUse(key);
        assertThat(first).isEqualTo(TestTelephony.CLOCK.instant());

        TestTelephony.CLOCK.pass(Duration.ofSeconds(59));
        languages(key).hasStatus(200);
        assertThat(lastUse(key)).isEqualTo(first);

        TestTelephony.CLOCK.pass(Duration.ofSeconds(1));
        ask(key, HttpMethod.GET, "/api/v1/organisations").isProblem(403);
        assertThat(lastUse(key)).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void keysGoWithTheirOrganisation() {
        var key = issue(Scope.LANGUAGES_READ);
        delete("/api/v1/organisations/" + organisation).hasStatus(204);

        languages(key).isProblem(401);
        get(keys()).isProblem(404);
        post(keys(), newKey("x", Scope.LANGUAGES_READ)).isProblem(404);
    }

    @Test
    void keyOfAnotherOrganisationIsNotThere() {
        var key = issue(Scope.LANGUAGES_READ);
        var other = "/api/v1/organisations/" + created("/api/v1/organisations", hospital()) + "/keys/" + key.id();
        get(other).isProblem(404);
        delete(other).isProblem(404);
        delete(keys() + "/" + UUID.randomUUID()).isProblem(404);
        languages(key).hasStatus(200);
    }

    @Test
    void badInputIsRejectedByField() {
        post(keys(), Body.of()).rejects("name", "scopes");
        var body = newKey("Klinik", Scope.REQUESTS_READ);
        post(keys(), body.with("name", " ")).rejects("name");
        post(keys(), body.with("name", "x".repeat(201))).rejects("name");
        post(keys(), body.with("scopes", List.of())).rejects("scopes");
        post(keys(), body.with("scopes", List.of("requests:delete"))).rejects("scopes[0]");
        post(keys(), body.with("scopes", List.of("requests_read"))).rejects("scopes[0]");
        post(keys(), body.with("scopes", List.of("requests:read", 1)))
                .rejects("scopes[1]")
                .has(
                        "errors[0].message",
                        "must be one of requests:read, requests:write, guests:read, guests:write, appointments:read, appointments:write,"
                                + " languages:read, coverage:read, webhooks:read, webhooks:write");
        get(keys()).hasHeader("X-Total-Count", "0");
    }

    @Test
    void scopeThatIsNamedTwiceIsGrantedOnce() {
        var id = created(keys(), newKey("Klinik", Scope.REQUESTS_READ, Scope.REQUESTS_READ));
        get(keys() + "/" + id).has("scopes.length()", 1);
    }

    @Test
    void onlyACoordinatorIssuesKeys() {
        var key = issue(Scope.values());
        Answer.to(anonymous().get().uri(keys())).isProblem(401);
        ask(key, HttpMethod.GET, keys()).isProblem(403);
        Answer.to(anonymous()
                        .post()
                        .uri(keys())
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + key.text())
                        .bodyValue(newKey("mehr", Scope.REQUESTS_WRITE).fields()))
                .isProblem(403);
        ask(key, HttpMethod.DELETE, keys() + "/" + key.id()).isProblem(403);
    }

    private Instant lastUse(Issued key) {
        return Instant.parse(Objects.requireNonNull(get(keys() + "/" + key.id()).text("lastUsedAt")));
    }
}
