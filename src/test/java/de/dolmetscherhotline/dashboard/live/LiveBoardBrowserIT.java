package de.dolmetscherhotline.dashboard.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.BrowserIT;
import de.dolmetscherhotline.testsupport.Wire;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The live board in real browsers, while people call. */
class LiveBoardBrowserIT extends BrowserIT {

    private static final String HOTLINE = "+493023125100";
    private static final String PRACTICE = "+493023125201";
    private static final String COORDINATOR = "+493023125300";
    private static final String SCHOOL = "+493023125204";

    @Autowired
    private TelephoneNetwork network;

    private final List<String> complaints = new ArrayList<>();

    @AfterEach
    void everybodyHangsUp() {
        List.of(PRACTICE, SCHOOL).forEach(number -> network.phone(number).hangUp());
    }

    @Test
    void twoBrowsersSeeTheSameChangesAndOneOfThemStepsIn() {
        var desk = signedIn(1280, 900, ColorScheme.LIGHT, at(""));
        var telephone = signedIn(390, 844, ColorScheme.DARK, at(""));
        asksFor("1");
        for (var page : List.of(desk, telephone)) {
            assertThat(waiting(page, "Praxis Dr. Lindner")).containsText("Arabisch");
            assertThat(waiting(page, "Praxis Dr. Lindner")).containsText("klingelt");
        }
        assertThat(desk.locator("#said")).containsText("Arabisch: wartet, wir suchen");
        assertAccessible(desk, "live-board", 1280, ColorScheme.LIGHT);
        assertAccessible(telephone, "live-board", 390, ColorScheme.DARK);

        var narrow = signedIn(320, 640, ColorScheme.LIGHT, at(""));
        picture(narrow, "live-board", 320);
        Assertions.assertThat(narrow.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        narrow.context().close();

        for (var page : List.of(desk, telephone)) {
            button(waiting(page, "Praxis Dr. Lindner"), "Eingreifen: Arabisch").click();
            assertThat(page.locator("#progress")).containsText("wartet, wir suchen");
            page.locator("#end button").click();
            assertThat(page.locator("#end-reason-problem")).isVisible();
        }
        assertAccessible(desk, "live-call", 1280, ColorScheme.LIGHT);
        assertAccessible(telephone, "live-call", 390, ColorScheme.DARK);
        telephone.locator(".back a").click();

        desk.locator("#end-reason").fill("Der Anruf hängt.");
        desk.locator("#end button").click();
        assertThat(desk.locator(".notice")).hasText("Der Anruf ist beendet.");
        for (var page : List.of(desk, telephone)) {
            assertThat(waiting(page, "Praxis Dr. Lindner")).hasCount(0);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> heard(PRACTICE, "hat diesen Anruf beendet"));
        Assertions.assertThat(complaints).isEmpty();
        desk.context().close();
        telephone.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, DARK", "390, 844, LIGHT"})
    void somebodyIsRungByChoiceAndTheCallerIsHandedOver(int width, int height, ColorScheme colours) {
        var page = signedIn(width, height, colours, at(""));
        asksFor("1");
        button(waiting(page, "Praxis Dr. Lindner"), "Eingreifen: Arabisch").click();
        page.locator("#choose button").click();
        assertThat(page.locator("#interpreter-reason-problem")).isVisible();
        assertAccessible(page, "live-call-wrong", width, colours);
        page.locator("#interpreter-reason").fill("Sie kennt den Fall.");
        page.locator("#choose button").click();
        assertThat(page.locator(".notice")).isVisible();

        page.navigate(at("/dashboard"));
        button(waiting(page, "Praxis Dr. Lindner"), "Eingreifen: Arabisch").click();
        page.locator("#transfer-reason").fill("Wir sprechen selbst.");
        page.locator("#hand-over button").click();
        assertThat(page.locator(".notice")).isVisible();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> network.phone(COORDINATOR).state() == Phone.State.RINGING);
        page.context().close();
    }

    @Test
    void aConnectionThatIsCutIsToldAndHealsItself() throws IOException {
        try (var wire = Wire.to(URI.create(at("/")).getPort())) {
            var page = signedIn(390, 844, ColorScheme.LIGHT, "http://127.0.0.1:" + wire.port());
            page.waitForCondition(() -> isLive(page));
            assertThat(page.locator("#stale")).isHidden();

            wire.cut();
            assertThat(page.locator("#stale")).isVisible();
            picture(page, "live-board-cut", 390);
            network.phone(SCHOOL).dial(HOTLINE);
            await().atMost(Duration.ofSeconds(20)).until(() -> heard(SCHOOL, "drücken Sie"));
            assertThat(waiting(page, "Grundschule")).hasCount(0);

            wire.mend();
            assertThat(page.locator("#stale")).isHidden();
            assertThat(waiting(page, "Grundschule")).containsText("wird begrüßt und wählt");
            assertThat(page.locator("#said")).not().isEmpty();

            page.context().clearCookies();
            page.evaluate("htmx.trigger('#board', 'changed')");
            assertThat(page.locator("#password")).isVisible();
            page.context().close();
        }
    }

    /** Its scripts have come, and the server tells it what happens. */
    private static boolean isLive(Page board) {
        return Boolean.TRUE.equals(board.evaluate("""
                        () => typeof htmx === "object" && typeof source === "object" && source.readyState === EventSource.OPEN"""));
    }

    /** Somebody asks for a language, and telephones begin to ring. */
    private void asksFor(String keys) {
        network.phone(PRACTICE).dial(HOTLINE);
        await().atMost(Duration.ofSeconds(20)).until(() -> heard(PRACTICE, "drücken Sie"));
        network.phone(PRACTICE).press(keys);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> network.phone(PRACTICE).state() != Phone.State.IDLE);
    }

    private boolean heard(String number, String text) {
        return network.phone(number).heard().stream()
                .anyMatch(heard -> heard.text().contains(text));
    }

    /** The call of this organisation in the list of those who wait. */
    private static Locator waiting(Page page, String organisation) {
        return page.locator("#board .waiting .calls > li").filter(new Locator.FilterOptions().setHasText(organisation));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    /** On the board, in a browser of somebody who coordinates. */
    private Page signedIn(int width, int height, ColorScheme colours, String address) {
        var mail = admitted(Role.COORDINATOR);
        var page = chromium().open(width, height, colours);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.navigate(address + "/dashboard/sign-in?lang=de");
        page.locator("#mail").fill(mail);
        page.locator("#password").fill(STAFF_PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/dashboard$"));
        return page;
    }
}
