package de.dolmetscherhotline.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one identity provider of this JVM, a server that speaks OpenID Connect: it asks who somebody is, remembers codes until they
 * are used, and checks what must match. It goes by the clock that tests move.
 */
public final class TestIdentityProvider {

    public static final String CLIENT = "hotline";
    public static final String LABEL = "Landkreis-Konto";

    /** Tokens end then: how long they hold the server tells by the real time, and in an int of seconds. */
    public static final Instant FAR_AWAY = Instant.parse("2060-01-01T00:00:00Z");

    private static final int UNAVAILABLE = 503;
    private static final AtomicBoolean AWAY = new AtomicBoolean();
    private static final MockOAuth2Server SERVER = started();
    private static final HttpClient PERSON =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private TestIdentityProvider() {}

    public static String issuer() {
        return SERVER.issuerUrl("district").toString();
    }

    /**
     * What a person does there.
     *
     * @param address to which we sent her
     * @param claims what the provider says about her, in the place of what it would say by itself
     * @return where it sends her back to
     */
    public static URI signIn(URI address, String subject, Map<String, Object> claims) {
        var said = new HashMap<String, Object>(Map.of("exp", FAR_AWAY.getEpochSecond()));
        said.putAll(claims);
        var form = "username=" + encoded(subject) + "&claims=" + encoded(new JsonMapper().writeValueAsString(said));
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var answer = PERSON.send(request, HttpResponse.BodyHandlers.ofString());
            return URI.create(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError(answer.statusCode() + ": " + answer.body())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /**
     * The same for whoever goes there by a link of ours.
     *
     * @return what her browser opens when it comes back, as the browsers of tests ask for it, which encode what they are given
     */
    public static String signIn(FormBrowser browser, String link, String subject, Map<String, Object> claims) {
        var there = Objects.requireNonNull(
                browser.opens(link).hasStatus(303).headers().getLocation());
        var back = signIn(there, subject, claims);
        return back.getPath() + "?" + back.getQuery();
    }

    /** Claims with a mail address that the provider has verified. */
    public static Map<String, Object> verified(String mail) {
        return Map.of("email", mail, "email_verified", true, "name", "Dr. P. Lindner");
    }

    /** Answers nothing but errors meanwhile. */
    public static void away(Runnable meanwhile) {
        AWAY.set(true);
        try {
            meanwhile.run();
        } finally {
            AWAY.set(false);
        }
    }

    private static MockOAuth2Server started() {
        var server = new MockOAuth2Server(
                new OAuth2Config(true, null, null, false, new OAuth2TokenProvider(TestTelephony.CLOCK::instant)),
                new Outage());
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static final class Outage implements Route {

        @Override
        public boolean match(OAuth2HttpRequest request) {
            return AWAY.get();
        }

        @Override
        public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
            return new OAuth2HttpResponse(new Headers.Builder().build(), UNAVAILABLE, "away", null);
        }
    }
}
