package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpServer;
import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.LiveNetwork;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.simulator.SimulatorServer;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.testsupport.BesideOthers;
import de.dolmetscherhotline.testsupport.ChildApplication;
import de.dolmetscherhotline.testsupport.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * {@code kill -9} for real, in real time, with everything embedded. While the application is away, callers hear a document
 * on another host, as with the telephone network's fallback, and come back.
 */
@BesideOthers
class KillIT {

    private static final String LINE = "+493023125900";
    private static final String PRACTICE = "+493023125901";
    private static final String AMINA = "+491713920090";
    private static final String KEY = "key-of-the-kill-test";
    private static final TelephoneNetwork.Account ACCOUNT =
            new TelephoneNetwork.Account("AC00000000000000000000000000000001", "kill-test", 10);
    private static final Path DIRECTORY = Path.of("target/kill-test").toAbsolutePath();

    private final TelephoneNetwork network = new TelephoneNetwork(ACCOUNT, Clock.systemUTC());

    @Test
    void callsGoOnOrEndCleanlyAndNobodyStaysReserved() throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(DIRECTORY);
        try (var server = SimulatorServer.start(network, 0);
                var live = LiveNetwork.start(network);
                var hotline = ChildApplication.small(DIRECTORY, settings(server))) {
            hotline.start();
            assertThat(live).isNotNull();
            var installation = Installation.at(hotline.uri(), KEY);
            installation.line(LINE);
            installation.practice(PRACTICE);
            var amina = installation.interpreter(AMINA);
            var fallback = fallback(hotline.uri());
            network.own(LINE, webhooks(hotline.uri(), fallback));
            network.phone(AMINA).behaves(Behaviour.accepts(Duration.ofMillis(500)));

            talk();
            eventually(() -> JsonPath.read(sessions(installation), "$[0].connectedAt") != null);
            hotline.kill();
            hangUpBoth();
            hotline.start();
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> conversationEnded(installation, amina));

            network.phone(AMINA).behaves(Behaviour.neverAnswers());
            choose();
            eventually(() -> network.phone(AMINA).state() == Phone.State.RINGING);
            hotline.kill();
            hotline.start();
            network.phone(AMINA).pickUp();
            eventually(() -> heard(AMINA, "Arztpraxis"));
            network.phone(AMINA).press("1");
            eventually(() -> JsonPath.read(sessions(installation), "$[0].connectedAt") != null);
            hangUpBoth();
            eventually(() -> JsonPath.read(sessions(installation), "$[0].endedAt") != null);
            assertThat(JsonPath.<String>read(sessions(installation), "$[0].outcome"))
                    .isEqualTo("connected");
            fallback.stop(0);
        }
    }

    private static HttpServer fallback(URI hotline) throws IOException {
        var document = "<Response><Pause length=\"5\"/><Redirect>%s</Redirect></Response>"
                .formatted(hotline.resolve("/twilio/voice"))
                .getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Map<String, String> settings(SimulatorServer server) {
        return Map.ofEntries(
                Map.entry("hotline.api-key", KEY),
                Map.entry("hotline.twilio.account-sid", ACCOUNT.sid()),
                Map.entry("hotline.twilio.auth-token", ACCOUNT.authToken()),
                Map.entry("hotline.twilio.calls-per-second", "10"),
                Map.entry("hotline.twilio.api-url", server.uri().toString()),
                Map.entry("hotline.call.room-check", "2s"),
                Map.entry("hotline.call.farewell", "2s"),
                Map.entry("hotline.call.ending", "2s"),
                // her telephone goes on ringing however long the machine needs to start the application anew
                Map.entry("hotline.call.ring", "120s"),
                Map.entry("hotline.rest.wrap-up", "0s"),
                Map.entry("hotline.work.lease", "20s"));
    }

    private static TelephoneNetwork.Webhooks webhooks(URI hotline, HttpServer fallback) {
        return new TelephoneNetwork.Webhooks(
                hotline.resolve("/twilio/voice"),
                URI.create("http://127.0.0.1:" + fallback.getAddress().getPort() + "/"),
                hotline.resolve("/twilio/voice/status"),
                null);
    }

    private void choose() {
        network.phone(PRACTICE).dial(LINE);
        eventually(() -> heard(PRACTICE, "Für Arabisch"));
        network.phone(PRACTICE).press("1");
    }

    private boolean heard(String number, String text) {
        return network.phone(number).heard().stream()
                .anyMatch(heard -> heard.text().contains(text));
    }

    private void talk() {
        choose();
        eventually(() -> network.phone(PRACTICE).talkingWith().contains(AMINA));
    }

    private void hangUpBoth() {
        network.phone(AMINA).hangUp();
        network.phone(PRACTICE).hangUp();
        eventually(() -> List.of(AMINA, PRACTICE).stream()
                .allMatch(number -> network.phone(number).state() == Phone.State.IDLE));
    }

    private static void conversationEnded(Installation installation, UUID amina) {
        var sessions = sessions(installation);
        assertThat(JsonPath.<String>read(sessions, "$[0].outcome")).isEqualTo("connected");
        assertThat(JsonPath.<String>read(sessions, "$[0].interpreterId")).isEqualTo(amina.toString());
        assertThat(JsonPath.<String>read(sessions, "$[0].endedAt")).isNotNull();
    }

    private static String sessions(Installation installation) {
        return installation.get("/api/v1/sessions").hasStatus(200).body();
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
