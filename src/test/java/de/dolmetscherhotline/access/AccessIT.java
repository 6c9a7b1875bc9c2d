package de.dolmetscherhotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

class AccessIT extends HotlineIT {

    private static final List<String> COLLECTIONS = List.of(
            "/api/v1/languages", "/api/v1/districts", "/api/v1/lines", "/api/v1/organisations", "/api/v1/interpreters");

    @Test
    void nobodyGetsInWithoutAKey() {
        for (String collection : COLLECTIONS) {
            Answer.to(anonymous().get().uri(collection)).isProblem(401).hasHeader("WWW-Authenticate", "Bearer");
        }
        Answer.to(anonymous().get().uri("/api/v1/nothing")).isProblem(401);
        Answer.to(anonymous().post().uri("/api/v1/districts")).isProblem(401);
    }

    @Test
    void nobodyGetsInWithAWrongKey() {
        for (String authorization : List.of(
                "Bearer wrong",
                "Bearer ",
                "Bearer " + API_KEY + "x",
                "Bearer " + API_KEY.toUpperCase(Locale.ROOT),
                API_KEY,
                "Basic " + API_KEY)) {
            assertRefused(authorization);
        }
    }

    @Test
    void theKeyOpensTheApi() {
        for (String collection : COLLECTIONS) {
            get(collection).hasStatus(200);
        }
    }

    @Test
    void theApiKeepsNoSession() {
        assertThat(get("/api/v1/languages").headers().get(HttpHeaders.SET_COOKIE))
                .isNull();
    }

    @Test
    void healthAndMetricsAreOpenAndNothingElseOfTheActuatorIs() {
        Answer.to(anonymous().get().uri("/actuator/health/liveness")).hasStatus(200);
        Answer.to(anonymous().get().uri("/actuator/health/readiness")).hasStatus(200);
        Answer.to(anonymous().get().uri("/actuator/prometheus")).hasStatus(200);
        Answer.to(anonymous().get().uri("/actuator/env")).isProblem(403);
        Answer.to(anonymous().get().uri("/actuator")).isProblem(403);
    }

    @Test
    void readinessDoesNotDependOnRedis() {
        assertThat(Answer.to(anonymous().get().uri("/actuator/health/readiness"))
                        .body())
                .doesNotContain("redis");
    }

    @Test
    void whatNobodyOpenedIsClosed() {
        Answer.to(anonymous().get().uri("/internal")).isProblem(403);
        Answer.to(api().get().uri("/internal")).isProblem(403);
    }

    @Test
    void theTelephoneNetworkNeedsNoKeyButASignature() {
        Answer.to(anonymous()
                        .post()
                        .uri("/twilio/nothing")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .bodyValue("CallSid=1"))
                .hasStatus(403);
    }

    @Test
    void formsOfPagesNeedATokenButTheSimulatedNetworkDoesNot() {
        Answer.to(anonymous().post().uri("/simulator/nothing")).isProblem(403);
        Answer.to(anonymous().get().uri("/simulator/nothing")).isProblem(404);
        Answer.to(anonymous().post().uri("/simulator/rest/nothing")).isProblem(404);
    }

    @Test
    void everyAnswerForbidsFramesSniffingAndForeignContent() {
        for (String path : List.of("/api/v1/languages", "/twilio/nothing", "/simulator/nothing", "/actuator/health")) {
            HttpHeaders headers = Answer.to(anonymous().get().uri(path)).headers();
            assertThat(headers.getFirst("Content-Security-Policy"))
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("same-origin");
        }
    }

    private void assertRefused(String authorization) {
        Answer.to(anonymous().get().uri("/api/v1/languages").header(HttpHeaders.AUTHORIZATION, authorization))
                .isProblem(401);
    }
}
