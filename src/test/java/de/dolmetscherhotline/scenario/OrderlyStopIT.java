package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.LiveNetwork;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.simulator.SimulatorServer;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.testsupport.BesideOthers;
import de.dolmetscherhotline.testsupport.ChildApplication;
import de.dolmetscherhotline.testsupport.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** One of two processes is stopped in good order while a telephone rings that it has dialled: the other goes on at once. */
@BesideOthers
class OrderlyStopIT {

    private static final String LINE = "+493023125920";
    private static final String PRACTICE = "+493023125921";
    private static final String AMINA = "+491713920093";
    private static final String KEY = "key-of-the-stop-test";
    private static final String PUBLIC_URL = "http://hotline.example.org";

    /** Nothing waits for a lease to run out, which would take twenty seconds. */
    private static final Duration AT_ONCE = Duration.ofSeconds(8);

    private static final TelephoneNetwork.Account ACCOUNT =
            new TelephoneNetwork.Account("AC00000000000000000000000000000003", "stop-test", 10);
    private static final Path DIRECTORY = Path.of("target/orderly-stop-test").toAbsolutePath();

    private final TelephoneNetwork network = new TelephoneNetwork(ACCOUNT, Clock.systemUTC());
    private final AtomicReference<URI> target = new AtomicReference<>(URI.create(PUBLIC_URL));

    @Test
    void theOtherProcessGoesOnAtOnce() throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(DIRECTORY);
        try (var server = SimulatorServer.start(network, 0);
                var live = LiveNetwork.start(network);
                var owner = ChildApplication.small(
                        DIRECTORY.resolve("owner"), ChildApplication.telephoning(KEY, PUBLIC_URL, ACCOUNT, server))) {
            owner.start();
            assertThat(live).isNotNull();
            try (var guest = ChildApplication.small(DIRECTORY.resolve("guest"), owner.beside())) {
                guest.start();
                callThatSurvivesTheStop(owner, guest);
            }
        }
    }

    private void callThatSurvivesTheStop(ChildApplication owner, ChildApplication guest) throws InterruptedException {
        var installation = Installation.at(owner.uri(), KEY);
        installation.line(LINE);
        installation.practice(PRACTICE);
        installation.interpreter(AMINA);
        network.phone(AMINA).behaves(Behaviour.neverAnswers());
        network.own(
                LINE,
                new TelephoneNetwork.Webhooks(
                        URI.create(PUBLIC_URL + "/twilio/voice"),
                        null,
                        URI.create(PUBLIC_URL + "/twilio/voice/status"),
                        null));
        network.route(url -> URI.create(url.toString().replace(PUBLIC_URL, String.valueOf(target.get()))));
        target.set(guest.uri());
        phone(PRACTICE).dial(LINE);
        soon(() -> heard(PRACTICE, "Für Arabisch"));
        phone(PRACTICE).press("1");
        soon(() -> phone(AMINA).state() == Phone.State.RINGING);

        target.set(owner.uri());
        guest.terminate();
        phone(AMINA).pickUp();
        soon(() -> heard(AMINA, "Arztpraxis"));
        phone(AMINA).press("1");
        soon(() -> phone(PRACTICE).talkingWith().contains(AMINA));
        soon(() -> JsonPath.read(sessions(installation), "$[0].connectedAt") != null);
        assertThat(guest.endsWithin(Duration.ofSeconds(20))).isTrue();

        phone(AMINA).hangUp();
        phone(PRACTICE).hangUp();
        soon(() -> JsonPath.read(sessions(installation), "$[0].endedAt") != null);
        assertThat(JsonPath.<String>read(sessions(installation), "$[0].outcome"))
                .isEqualTo("connected");
    }

    private Phone phone(String number) {
        return network.phone(number);
    }

    private boolean heard(String number, String text) {
        return phone(number).heard().stream().anyMatch(heard -> heard.text().contains(text));
    }

    private static String sessions(Installation installation) {
        return installation.get("/api/v1/sessions").hasStatus(200).body();
    }

    private static void soon(Callable<Boolean> condition) {
        await().atMost(AT_ONCE).pollInterval(Duration.ofMillis(50)).until(condition);
    }
}
