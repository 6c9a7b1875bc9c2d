package de.dolmetscherhotline.testsupport;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Base of all integration tests. They share one application on a random port with embedded stores, whose database starts
 * empty; each test creates a district of its own and looks at nothing else. A subclass must not change the configuration,
 * or a second application would start on the same data and be refused.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hotline.local.directory=target/integration-test",
            "hotline.demo=false",
            "hotline.api-key=" + HotlineIT.API_KEY,
            "hotline.keys.data=" + TestKeys.DATA,
            "hotline.keys.index=" + TestKeys.INDEX,
            "hotline.twilio.account-sid=" + TestTelephony.ACCOUNT_SID,
            "hotline.twilio.auth-token=" + TestTelephony.AUTH_TOKEN,
            "hotline.twilio.calls-per-second=" + TestTelephony.CALLS_PER_SECOND,
            "hotline.dashboard.second-factor-for=coordinator,administrator",
            "hotline.public-url=" + TestTelephony.PUBLIC_URL,
            "hotline.work.run=false",
            "spring.flyway.clean-disabled=false"
        })
@AutoConfigureWebTestClient
@Import({EmptyDatabase.class, OwnConnections.class, TestTime.class})
public abstract class HotlineIT {

    /** The key with which {@link #api()} calls. */
    public static final String API_KEY = "key-of-the-integration-test";

    @DynamicPropertySource
    static void telephony(DynamicPropertyRegistry properties) {
        properties.add("hotline.twilio.api-url", TestTelephony::apiUrl);
    }

    @DynamicPropertySource
    static void mailAndIdentityProvider(DynamicPropertyRegistry properties) {
        properties.add("hotline.mail.host", () -> "127.0.0.1");
        properties.add("hotline.mail.port", TestMail::port);
        properties.add("hotline.mail.from", () -> TestMail.FROM);
        properties.add("hotline.mail.encryption", () -> "none");
        identityProvider(properties, "hotline.portal.oidc.");
        identityProvider(properties, "hotline.dashboard.oidc.");
    }

    private static void identityProvider(DynamicPropertyRegistry properties, String prefix) {
        properties.add(prefix + "issuer", TestIdentityProvider::issuer);
        properties.add(prefix + "client-id", () -> TestIdentityProvider.CLIENT);
        properties.add(prefix + "client-secret", () -> "secret-of-the-integration-test");
        properties.add(prefix + "label", () -> TestIdentityProvider.LABEL);
    }

    @Autowired
    private WebTestClient anonymous;

    @Autowired
    private DatabaseClient database;

    /** Calls without a key. */
    protected WebTestClient anonymous() {
        return anonymous
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .build();
    }

    /** Calls with the API key. */
    protected WebTestClient api() {
        return anonymous()
                .mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + API_KEY)
                .build();
    }

    protected DatabaseClient database() {
        return database;
    }

    /** A new district of its own. */
    protected UUID district() {
        return created(
                "/api/v1/districts", Body.of("name", "Landkreis " + UUID.randomUUID(), "timeZone", "Europe/Berlin"));
    }

    /** Creates something that must be accepted; its id. */
    protected UUID created(String collection, Body body) {
        String id = Answer.to(api().post().uri(collection).bodyValue(body.fields()))
                .hasStatus(201)
                .text("id");
        return UUID.fromString(id);
    }

    /** Sends something to a collection. */
    protected Answer post(String collection, Body body) {
        return Answer.to(api().post().uri(collection).bodyValue(body.fields()));
    }

    /** Replaces something. */
    protected Answer put(String path, Body body) {
        return Answer.to(api().put().uri(path).bodyValue(body.fields()));
    }

    /** Replaces something, if it is still what the tag names. */
    protected Answer putIf(String tag, String path, Body body) {
        return Answer.to(api().put().uri(path).header(HttpHeaders.IF_MATCH, tag).bodyValue(body.fields()));
    }

    protected Answer get(String path) {
        return Answer.to(api().get().uri(path));
    }

    protected Answer delete(String path) {
        return Answer.to(api().delete().uri(path));
    }
}
