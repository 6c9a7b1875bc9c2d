package de.dolmetscherhotline.apikey;

import static de.dolmetscherhotline.access.Scope.APPOINTMENTS_READ;
import static de.dolmetscherhotline.access.Scope.APPOINTMENTS_WRITE;
import static de.dolmetscherhotline.access.Scope.COVERAGE_READ;
import static de.dolmetscherhotline.access.Scope.GUESTS_READ;
import static de.dolmetscherhotline.access.Scope.GUESTS_WRITE;
import static de.dolmetscherhotline.access.Scope.LANGUAGES_READ;
import static de.dolmetscherhotline.access.Scope.REQUESTS_READ;
import static de.dolmetscherhotline.access.Scope.REQUESTS_WRITE;
import static de.dolmetscherhotline.access.Scope.WEBHOOKS_READ;
import static de.dolmetscherhotline.access.Scope.WEBHOOKS_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import de.dolmetscherhotline.access.Scope;
import de.dolmetscherhotline.live.Attempts;
import de.dolmetscherhotline.testsupport.RawHttp;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

/** What a key of an organisation opens, and what it does not. */
class KeyAccessIT extends OrganisationKeyIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Attempts attempts;

    @Autowired
    private KeySettings settings;

    /** A request, and the only scope that opens it; null = none does. */
    private record Door(
            HttpMethod method, String path, @Nullable Scope scope) {}

    private List<Door> doors() {
        var webhook = "/api/v1/organisations/" + organisation + "/webhook";
        var line = "/api/v1/coverage/gaps?lineId=" + UUID.randomUUID();
        return List.of(
                new Door(GET, "/api/v1/languages", LANGUAGES_READ),
                new Door(GET, "/api/v1/coverage?districtId=" + district, COVERAGE_READ),
                new Door(GET, "/api/v1/requests", REQUESTS_READ),
                new Door(GET, "/api/v1/requests/1/history", REQUESTS_READ),
                new Door(POST, "/api/v1/requests", REQUESTS_WRITE),
                new Door(PUT, "/api/v1/requests/1", REQUESTS_WRITE),
                new Door(DELETE, "/api/v1/requests/1", REQUESTS_WRITE),
                new Door(GET, "/api/v1/calls/1/guests", GUESTS_READ),
                new Door(POST, "/api/v1/calls/1/guests", GUESTS_WRITE),
                new Door(PUT, "/api/v1/calls/1/guests/1/hold", GUESTS_WRITE),
                new Door(DELETE, "/api/v1/calls/1/guests/1", GUESTS_WRITE),
                new Door(GET, "/api/v1/appointments", APPOINTMENTS_READ),
                new Door(GET, "/api/v1/appointments/1", APPOINTMENTS_READ),
                new Door(POST, "/api/v1/appointments", APPOINTMENTS_WRITE),
                new Door(PATCH, "/api/v1/appointments/1", APPOINTMENTS_WRITE),
                new Door(GET, webhook, WEBHOOKS_READ),
                new Door(GET, webhook + "/deliveries", WEBHOOKS_READ),
                new Door(PUT, webhook, WEBHOOKS_WRITE),
                new Door(POST, webhook + "/test", WEBHOOKS_WRITE),
                new Door(DELETE, webhook, WEBHOOKS_WRITE),
                new Door(GET, webhook + "/test", WEBHOOKS_WRITE),
                new Door(GET, "/api/v1/organisations/" + UUID.randomUUID() + "/webhook", null),
                new Door(PUT, "/api/v1/organisations/" + UUID.randomUUID() + "/webhook", null),
                new Door(POST, "/api/v1/languages", null),
                new Door(GET, "/api/v1/languages/x", null),
                new Door(POST, "/api/v1/coverage?districtId=" + district, null),
                new Door(GET, line, null),
                new Door(GET, "/api/v1/requestsx", null),
                new Door(GET, "/api/v1/districts", null),
                new Door(GET, "/api/v1/lines", null),
                new Door(GET, "/api/v1/organisations", null),
                new Door(GET, "/api/v1/organisations/" + organisation, null),
                new Door(PUT, "/api/v1/organisations/" + organisation, null),
                new Door(GET, "/api/v1/interpreters", null),
                new Door(GET, "/api/v1/interpreters/export?districtId=" + district, null),
                new Door(GET, "/api/v1/sessions", null),
                new Door(GET, "/api/v1/calls", null),
                new Door(POST, "/api/v1/calls/1/transfer", null),
                new Door(GET, "/api/v1/calls/1/guestsx", null),
                new Door(GET, "/api/v1/organisations/" + organisation + "/guest-countries", null),
                new Door(GET, "/api/v1/unmet-demand", null),
                new Door(HEAD, "/api/v1/interpreters", null),
                new Door(GET, "/api/v1/nothing", null));
    }

    @Test
    void eachScopeOpensItsOwnDoorsOnly() {
        for (var scope : scopes()) {
            var key = issue(scope);
            for (var door : doors()) {
                var answer = ask(key, door.method(), door.path());
                if (scope == door.scope()) {
                    assertThat(answer.status()).as("%s %s", scope, door).isNotIn(401, 403);
                } else {
                    assertThat(answer.status()).as("%s %s", scope, door).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void allScopesTogetherOpenNothingElse() {
        var key = issue(Scope.values());
        for (var door : doors()) {
            var status = ask(key, door.method(), door.path()).status();
            assertThat(status == 403).as("%s → %s", door, status).isEqualTo(door.scope() == null);
            assertThat(status).isNotEqualTo(401);
        }
    }

    @Test
    void coordinatorIsStoppedAtNoDoor() {
        for (var door : doors()) {
            assertThat(ask(API_KEY, door.method(), door.path()).status())
                    .as(door.toString())
                    .isNotIn(401, 403);
        }
    }

    @Test
    void refusalSaysThatTheKeyDoesNotAllowIt() {
        ask(issue(LANGUAGES_READ), GET, "/api/v1/interpreters")
                .isProblem(403)
                .has("detail", "Your key does not allow this.")
                .hasHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
    }

    @Test
    void coverageIsOpenForTheOwnDistrictOnly() {
        var key = issue(COVERAGE_READ);
        var own = "/api/v1/coverage?districtId=" + district;
        var foreign = district();
        ask(key, GET, own).hasStatus(200);
        ask(
                        key,
                        GET,
                        own.toUpperCase(Locale.ROOT)
                                .replace("/API/V1/COVERAGE?DISTRICTID", "/api/v1/coverage?districtId"))
                .hasStatus(200);
        ask(key, GET, "/api/v1/coverage").isProblem(400);
        ask(key, GET, "/api/v1/coverage?districtId=").isProblem(403);
        ask(key, GET, "/api/v1/coverage?districtId=" + foreign).isProblem(403);
        ask(key, GET, own + "&districtId=" + foreign).isProblem(403);
        ask(key, GET, "/api/v1/coverage?districtId=" + foreign + "&districtId=" + district)
                .isProblem(403);
        assertThat(raw(key, "/api/v1/coverage?district%49d=" + district)).isEqualTo(200);
        assertThat(raw(key, "/api/v1/coverage?district%49d=" + foreign)).isEqualTo(403);
        assertThat(raw(key, "/api/v1/coverage;x=1?districtId=" + foreign)).isIn(400, 403);
        assertThat(raw(key, "/api/v1/%63overage?districtId=" + foreign)).isEqualTo(403);
        ask(API_KEY, GET, "/api/v1/coverage?districtId=" + foreign).hasStatus(200);
    }

    /** The status of a request whose address goes over the wire as it is. */
    private int raw(Issued key, String target) {
        return new RawHttp(port)
                .send("GET", target, List.of("Authorization: Bearer " + key.text()), new byte[0])
                .status();
    }

    @Test
    void keyOfABlockedOrganisationIsRefusedUntilItIsNoLongerBlocked() {
        var key = issue(LANGUAGES_READ);
        put("/api/v1/organisations/" + organisation, hospital().with("blocked", true))
                .hasStatus(200);
        languages(key).isProblem(403).has("detail", "The organisation of this key is blocked.");

        put("/api/v1/organisations/" + organisation, hospital()).hasStatus(200);
        languages(key).hasStatus(200);
    }

    @Test
    void whatOnlyLooksLikeAKeyIsNone() {
        var key = issue(LANGUAGES_READ).text();
        for (var wrong : List.of(
                Key.random().text(),
                key.substring(0, 45),
                key + "x",
                key.substring(3),
                "dh_" + "a".repeat(43),
                "dh_",
                key.toUpperCase(Locale.ROOT))) {
            ask(wrong, GET, "/api/v1/languages").isProblem(401).hasHeader("WWW-Authenticate", "Bearer");
        }
    }

    @Test
    void keyThatIsUsedTooOftenMustWait() {
        var key = issue(LANGUAGES_READ);
        var other = issue(LANGUAGES_READ);
        for (int request = 1; request < settings.requestsPerKey(); request++) {
            attempts.allowed(
                            KeyRecognition.LIMIT, key.id().toString(), settings.requestsPerKey(), KeyRecognition.WINDOW)
                    .block();
        }
        languages(key).hasStatus(200);
        languages(key).isProblem(429).hasHeader("Retry-After", "60");
        TestTelephony.CLOCK.pass(Duration.ofMillis(20_500));
        languages(key).isProblem(429).hasHeader("Retry-After", "40");
        languages(other).hasStatus(200);

        TestTelephony.CLOCK.pass(Duration.ofSeconds(40));
        languages(key).hasStatus(200);
    }
}
