package de.dolmetscherhotline.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import de.dolmetscherhotline.platform.PublicUrls;
import de.dolmetscherhotline.platform.StartupRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** What is done about providers that are not there, or not what they should be. */
class IdentityProvidersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    private final IdentityProviders providers =
            new IdentityProviders(PublicUrls.of("https://hotline.example.org"), CLOCK);

    private @Nullable HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void withoutSettingsThereIsNone() {
        assertThat(of(new ProviderSettings("", "", "", ""))).isEmpty();
    }

    @Test
    void halfOfTheSettingsIsAMistakeThatEndsTheStart() {
        assertThatThrownBy(() -> of(new ProviderSettings("https://id.example", "hotline", "", "Konto")))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("HOTLINE_PORTAL_OIDC_");
    }

    @Test
    void aProviderWithoutTlsIsNotAsked() {
        assertThatThrownBy(() -> of(settings("http://id.example"))).isInstanceOf(StartupRefused.class);
    }

    @Test
    void theSettingsDoNotShowTheSecret() {
        assertThat(settings("https://id.example").toString()).doesNotContain("geheim");
    }

    @Test
    void aProviderThatDoesNotListenIsAway() throws IOException {
        var issuer = listening("{}");
        stop();
        assertThat(depart(issuer)).isEqualTo(new Departure.Away());
    }

    @Test
    void aProviderThatSaysNonsenseIsAway() throws IOException {
        assertThat(depart(listening("{}"))).isEqualTo(new Departure.Away());
        stop();
        assertThat(depart(listening("no json"))).isEqualTo(new Departure.Away());
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNotBelieved() throws IOException {
        assertThat(depart(listening(metadata("https://evil.example", "https://evil.example/token"))))
                .isEqualTo(new Departure.Away());
    }

    @Test
    void aProviderWithAddressesInClearIsNotUsed() throws IOException {
        var issuer = listening("");
        answer(metadata(issuer, "http://id.example/token"));
        assertThat(depart(issuer)).isEqualTo(new Departure.Away());
        answer(metadata(issuer, "https://id.example/token"));
        assertThat(depart(issuer)).isInstanceOf(Departure.To.class);
    }

    private volatile String said = "";

    private String listening(String answer) throws IOException {
        var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listening.createContext("/.well-known/openid-configuration", exchange -> {
            var body = said.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        listening.start();
        server = listening;
        answer(answer);
        return "http://127.0.0.1:" + listening.getAddress().getPort();
    }

    private void answer(String body) {
        said = body;
    }

    private static String metadata(String issuer, String tokenUri) {
        return """
                {"issuer":"%1$s","authorization_endpoint":"https://id.example/authorize","token_endpoint":"%2$s",
                 "jwks_uri":"https://id.example/jwks","subject_types_supported":["public"],
                 "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(issuer, tokenUri);
    }

    private @Nullable Departure depart(String issuer) {
        return of(settings(issuer))
                .orElseThrow()
                .depart(
                        MockServerWebExchange.from(
                                MockServerHttpRequest.get("/").build()),
                        "/portal")
                .block();
    }

    private static ProviderSettings settings(String issuer) {
        return new ProviderSettings(issuer, "hotline", "geheim", "Konto");
    }

    private Optional<IdentityProvider> of(ProviderSettings settings) {
        return providers.of(settings, "HOTLINE_PORTAL_OIDC_", "/return");
    }
}
