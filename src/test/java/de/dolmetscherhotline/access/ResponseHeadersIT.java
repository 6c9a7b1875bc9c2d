package de.dolmetscherhotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.RawHttp;
import de.dolmetscherhotline.testsupport.RawHttp.Reply;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.testsupport.TwilioSignature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer says to browsers, and what none says about us. */
class ResponseHeadersIT extends HotlineIT {

    private static final String KEY = "Authorization: Bearer " + API_KEY;
    private static final String JSON = "Content-Type: application/json";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @LocalServerPort
    private int port;

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(200, "GET", "/api/v1/languages", List.of(KEY), ""),
                Arguments.of(200, "GET", "/api/v1/openapi", List.of(), ""),
                Arguments.of(401, "GET", "/api/v1/languages", List.of(), ""),
                Arguments.of(404, "GET", "/api/v1/nothing", List.of(KEY), ""),
                Arguments.of(405, "PATCH", "/api/v1/languages", List.of(KEY), ""),
                Arguments.of(406, "GET", "/api/v1/languages", List.of(KEY, "Accept: image/png"), ""),
                Arguments.of(415, "POST", "/api/v1/districts", List.of(KEY, "Content-Type: text/plain"), "x"),
                Arguments.of(400, "POST", "/api/v1/districts", List.of(KEY, JSON), "{"),
                Arguments.of(403, "POST", "/twilio/voice", List.of(FORM), "CallSid=1"),
                Arguments.of(403, "GET", "/twilio/voice", List.of(), ""),
                Arguments.of(200, "GET", "/actuator/health", List.of(), ""),
                Arguments.of(200, "GET", "/actuator/health/readiness", List.of(), ""),
                Arguments.of(200, "GET", "/actuator/prometheus", List.of(), ""),
                Arguments.of(403, "GET", "/actuator/env", List.of(), ""),
                Arguments.of(403, "GET", "/actuator/sbom", List.of(), ""),
                Arguments.of(403, "GET", "/actuator/info", List.of(), ""),
                Arguments.of(200, "GET", "/assets/telephones.css", List.of(), ""),
                Arguments.of(404, "GET", "/assets/nothing.css", List.of(), ""),
                Arguments.of(404, "GET", "/simulator/nothing", List.of(), ""),
                Arguments.of(403, "POST", "/simulator/nothing", List.of(), ""),
                Arguments.of(403, "GET", "/internal", List.of(), ""),
                Arguments.of(400, "GET", "/api;a=b/v1/languages", List.of(KEY), ""),
                Arguments.of(400, "GET", "/assets/%2e%2e/x", List.of(), ""),
                Arguments.of(400, "GET", "//api/v1/languages", List.of(KEY), ""));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("requests")
    void everyAnswerIsGuarded(int status, String method, String target, List<String> headers, String body) {
        var reply = new RawHttp(port).send(method, target, headers, body.getBytes(StandardCharsets.UTF_8));

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertGuarded(reply);
    }

    @Test
    void answerToAGenuineWebhookIsGuarded() {
        var form = Map.of("CallSid", List.of("CA00000000000000000000000000000abd"));
        var signature = TwilioSignature.of(TestTelephony.PUBLIC_URL + "/twilio/voice/status", form);
        var reply = new RawHttp(port)
                .send(
                        "POST",
                        "/twilio/voice/status",
                        List.of(FORM, "X-Twilio-Signature: " + signature),
                        "CallSid=CA00000000000000000000000000000abd".getBytes(StandardCharsets.UTF_8));

        assertThat(reply.status()).isEqualTo(204);
        assertGuarded(reply);
    }

    @Test
    void healthTellsNoDetails() {
        for (var path : List.of("/actuator/health", "/actuator/health/readiness")) {
            assertThat(new RawHttp(port)
                            .send("GET", path, List.of(), new byte[0])
                            .body())
                    .contains("\"status\":\"UP\"")
                    .doesNotContain("components", "details", "database", "redis");
        }
    }

    private static void assertGuarded(Reply reply) {
        assertThat(values(reply, "Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(values(reply, "Strict-Transport-Security")).containsExactly("max-age=31536000");
        assertThat(values(reply, "X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(values(reply, "X-Frame-Options")).containsExactly("DENY");
        assertThat(values(reply, "Referrer-Policy")).containsExactly("same-origin");
        assertThat(values(reply, "Permissions-Policy"))
                .singleElement()
                .asString()
                .contains("microphone=()");
        assertThat(values(reply, "Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(values(reply, "Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(values(reply, "Cache-Control")).containsExactly("no-store");
        assertThat(values(reply, "Server")).isEmpty();
        assertThat(values(reply, "X-Powered-By")).isEmpty();
        if (reply.status() >= 400) {
            assertThat(reply.body()).doesNotContainIgnoringCase("spring", "netty", "exception", "trace");
        }
    }

    private static List<String> values(Reply reply, String name) {
        var prefix = name.toLowerCase(Locale.ROOT) + ": ";
        return reply.head()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }
}
