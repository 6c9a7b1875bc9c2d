package de.dolmetscherhotline.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.simulator.LiveNetwork;
import de.dolmetscherhotline.simulator.SimulatorServer;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.testsupport.BesideOthers;
import de.dolmetscherhotline.testsupport.ChildApplication;
import de.dolmetscherhotline.testsupport.Chromium;
import de.dolmetscherhotline.testsupport.Installation;
import de.dolmetscherhotline.testsupport.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * A board in a browser hears from one process what happens to calls in another one; when its process is killed it says so, and
 * goes on with the one that is left.
 */
@BesideOthers
class LiveBoardNodesIT {

    private static final String LINE = "+493023125940";
    private static final String PRACTICE = "+493023125941";
    private static final String KEY = "key-of-the-board-test";
    private static final String PUBLIC_URL = "http://hotline.example.org";
    private static final String MAIL = "vogel@landkreis.example";
    private static final String PASSWORD = "vier Worte und ein Fisch";

    /** Sooner than a page looks by itself. */
    private static final double BY_EVENT = 10_000;

    private static final double BY_AND_BY = 30_000;

    private static final TelephoneNetwork.Account ACCOUNT =
            new TelephoneNetwork.Account("AC00000000000000000000000000000004", "board-test", 10);
    private static final Path DIRECTORY = Path.of("target/live-board-test").toAbsolutePath();

    private final TelephoneNetwork network = new TelephoneNetwork(ACCOUNT, Clock.systemUTC());

    @Test
    void aBoardWhoseProcessIsKilledGoesOnWithTheOther() throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(DIRECTORY);
        PlaywrightAssertions.setDefaultAssertionTimeout(BY_AND_BY);
        try (var chromium = Chromium.start();
                var server = SimulatorServer.start(network, 0);
                var live = LiveNetwork.start(network);
                var owner = ChildApplication.small(
                        DIRECTORY.resolve("owner"), ChildApplication.telephoning(KEY, PUBLIC_URL, ACCOUNT, server))) {
            owner.start();
            Assertions.assertThat(live).isNotNull();
            var installation = Installation.at(owner.uri(), KEY);
            installation.line(LINE);
            installation.practice(PRACTICE);
            network.own(
                    LINE,
                    new TelephoneNetwork.Webhooks(
                            URI.create(PUBLIC_URL + "/twilio/voice"),
                            null,
                            URI.create(PUBLIC_URL + "/twilio/voice/status"),
                            null));
            network.route(url ->
                    URI.create(url.toString().replace(PUBLIC_URL, owner.uri().toString())));
            try (var guest = ChildApplication.small(DIRECTORY.resolve("guest"), besideThe(owner));
                    var wire = Wire.to(guest.uri().getPort())) {
                guest.start();
                boardThatSurvives(chromium.open(1280, 900, ColorScheme.LIGHT), wire, owner, guest);
            }
        }
    }

    private void boardThatSurvives(Page page, Wire wire, ChildApplication owner, ChildApplication guest)
            throws InterruptedException {
        page.navigate("http://127.0.0.1:" + wire.port() + "/dashboard/sign-in?lang=de");
        page.locator("#mail").fill(MAIL);
        page.locator("#password").fill(PASSWORD);
        page.keyboard().press("Enter");
        var board = page.locator("#board");
        var stale = page.locator("#stale");
        assertThat(board).containsText("Niemand wartet.");

        network.phone(PRACTICE).dial(LINE);
        assertThat(board)
                .containsText(
                        "wird begrüßt und wählt", new LocatorAssertions.ContainsTextOptions().setTimeout(BY_EVENT));

        guest.kill();
        assertThat(stale).isVisible();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> network.phone(PRACTICE).heard().stream()
                        .anyMatch(heard -> heard.text().contains("Für Arabisch")));
        network.phone(PRACTICE).press("1");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> network.phone(PRACTICE).heard().stream()
                        .anyMatch(heard -> heard.text().contains("niemand im Dienst")));
        assertThat(board).containsText("wird begrüßt und wählt");

        wire.leadTo(owner.uri().getPort());
        assertThat(stale).isHidden();
        assertThat(board).containsText("Arabisch: Jemand wartet, und niemand aus dem Pool");
        network.phone(PRACTICE).hangUp();
        assertThat(board)
                .containsText("Niemand wartet.", new LocatorAssertions.ContainsTextOptions().setTimeout(BY_EVENT));
    }

    /** Which shows its dashboard after a password alone. */
    private static Map<String, String> besideThe(ChildApplication owner) throws IOException {
        var settings = new HashMap<>(owner.beside());
        settings.put("hotline.admin.mail", MAIL);
        settings.put("hotline.admin.password", PASSWORD);
        settings.put("hotline.dashboard.second-factor-for", "");
        return settings;
    }
}
