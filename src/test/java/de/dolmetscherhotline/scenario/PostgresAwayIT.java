package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.simulator.Exchange.Kind;
import de.dolmetscherhotline.simulator.LiveNetwork;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.simulator.SimulatorServer;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.testsupport.BesideOthers;
import de.dolmetscherhotline.testsupport.ChildApplication;
import de.dolmetscherhotline.testsupport.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL stands still for half a minute, in real time, while people are on the line. */
@BesideOthers
class PostgresAwayIT {

    private static final String LINE = "+493023125910";
    private static final String CHOOSING = "+493023125911";
    private static final String ARRIVING = "+493023125912";
    private static final String TALKING = "+493023125913";
    private static final String AMINA = "+491713920091";
    private static final String BERTA = "+491713920092";
    private static final String KEY = "key-of-the-outage-test";
    private static final String ONE_MOMENT = "Einen Moment bitte";

    /** The budget of a webhook, and a little for the way. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private static final TelephoneNetwork.Account ACCOUNT =
            new TelephoneNetwork.Account("AC00000000000000000000000000000002", "outage-test", 10);
    private static final Path DIRECTORY = Path.of("target/postgres-away-test").toAbsolutePath();

    private final TelephoneNetwork network = new TelephoneNetwork(ACCOUNT, Clock.systemUTC());

    @Test
    void whoIsOnTheLineIsAskedToWaitAndThenGoesOn() throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(DIRECTORY);
        try (var server = SimulatorServer.start(network, 0);
                var live = LiveNetwork.start(network);
                var hotline = ChildApplication.small(DIRECTORY, settings(server))) {
            hotline.start();
            assertThat(live).isNotNull();
            var installation = Installation.at(hotline.uri(), KEY);
            installation.line(LINE);
            List.of(CHOOSING, ARRIVING, TALKING).forEach(installation::practice);
            network.own(
                    LINE,
                    new TelephoneNetwork.Webhooks(
                            hotline.uri().resolve("/twilio/voice"),
                            null,
                            hotline.uri().resolve("/twilio/voice/status"),
                            null));
            installation.interpreter(BERTA);
            network.phone(BERTA).behaves(Behaviour.accepts(Duration.ofMillis(300)));
            phone(TALKING).dial(LINE);
            eventually(() -> heard(TALKING, "Für Arabisch"));
            phone(TALKING).press("1");
            eventually(() -> phone(TALKING).talkingWith().contains(BERTA));
            installation.interpreter(AMINA);
            network.phone(AMINA).behaves(Behaviour.neverAnswers());
            phone(CHOOSING).dial(LINE);
            eventually(() -> heard(CHOOSING, "Für Arabisch"));

            var frozen = System.nanoTime();
            hotline.freezeDatabase();
            try {
                phone(CHOOSING).press("1");
                phone(ARRIVING).dial(LINE);
                await().atMost(SOON).until(() -> heard(CHOOSING, ONE_MOMENT) && heard(ARRIVING, ONE_MOMENT));
                phone(BERTA).hangUp();
                await().atMost(Duration.ofSeconds(40))
                        .until(() -> System.nanoTime() - frozen
                                > Duration.ofSeconds(30).toNanos());
                assertThat(phone(CHOOSING).state()).isEqualTo(Phone.State.TALKING);
                assertThat(phone(ARRIVING).state()).isEqualTo(Phone.State.TALKING);
            } finally {
                hotline.thawDatabase();
            }

            eventually(() -> phone(AMINA).state() == Phone.State.RINGING);
            phone(AMINA).pickUp();
            eventually(() -> heard(AMINA, "Arztpraxis"));
            phone(AMINA).press("1");
            eventually(() -> phone(CHOOSING).talkingWith().contains(AMINA));
            eventually(() -> heard(ARRIVING, "Für Arabisch"));
            eventually(() -> heard(TALKING, "Wie zufrieden"));
            List.of(AMINA, CHOOSING, ARRIVING, TALKING)
                    .forEach(number -> phone(number).hangUp());

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> everythingIsSettled(installation));
            assertThat(network.exchanges().stream().filter(PostgresAwayIT::isSpoken))
                    .allSatisfy(webhook ->
                            assertThat(webhook.status()).as(webhook.url()).isEqualTo(200));
        }
    }

    private static Map<String, String> settings(SimulatorServer server) {
        return Map.of(
                "hotline.api-key",
                KEY,
                "hotline.twilio.account-sid",
                ACCOUNT.sid(),
                "hotline.twilio.auth-token",
                ACCOUNT.authToken(),
                "hotline.twilio.calls-per-second",
                "10",
                "hotline.twilio.api-url",
                server.uri().toString(),
                "hotline.call.room-check",
                "5s",
                "hotline.call.sweep",
                "3s",
                "hotline.call.ending",
                "3s");
    }

    private static void everythingIsSettled(Installation installation) {
        var sessions = installation.get("/api/v1/sessions").hasStatus(200).body();
        assertThat(JsonPath.<List<String>>read(sessions, "$[*].outcome"))
                .as(sessions)
                .containsExactlyInAnyOrder("connected", "connected", "abandoned_choosing");
        assertThat(JsonPath.<List<String>>read(sessions, "$[*].offers[*].fate"))
                .as(sessions)
                .containsExactly("accepted", "accepted");
    }

    private static boolean isSpoken(Exchange exchange) {
        return Set.of(Kind.VOICE, Kind.GATHER_ACTION, Kind.DIAL_ACTION).contains(exchange.kind());
    }

    private Phone phone(String number) {
        return network.phone(number);
    }

    private boolean heard(String number, String text) {
        return phone(number).heard().stream().anyMatch(heard -> heard.text().contains(text));
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
