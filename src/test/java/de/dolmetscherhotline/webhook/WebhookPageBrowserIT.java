package de.dolmetscherhotline.webhook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.testsupport.BrowserIT;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of an organisation's own system in Chromium. */
class WebhookPageBrowserIT extends BrowserIT {

    private final OwnSystem system = OwnSystem.start();

    @AfterEach
    void close() {
        system.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "320, 640, DARK"})
    void addressIsSetTriedOutAndSwitchedOff(int width, int height, ColorScheme colours) {
        var page = chromium().open(width, height, colours);
        page.navigate(at("/portal/sign-in?to=" + WebhookPage.PATH.replace("/", "%2F")));
        page.locator("#mail").fill("lindner@praxis.example");
        page.locator("#password").fill("helmstedt spricht mit");
        page.locator("main form button").click();
        assertThat(page).hasURL(at(WebhookPage.PATH));
        assertAccessible(page, "webhook-none", width, colours);

        page.locator("#url").fill("his.example.org");
        button(page, "Speichern").click();
        assertThat(page.locator("#url-problem")).isVisible();
        assertThat(page.locator("#url")).hasValue("his.example.org");
        assertAccessible(page, "webhook-wrong", width, colours);
        page.locator("#url").fill(system.url());
        button(page, "Speichern").click();
        assertThat(page.locator("#new-secret")).hasText(Pattern.compile("whsec_.+"));
        assertAccessible(page, "webhook-secret", width, colours);

        page.locator(".back a").click();
        assertThat(page.locator("#state")).hasText("in Ordnung");
        button(page, "Testnachricht schicken").click();
        assertThat(page.locator(".notice")).hasText("Die Testnachricht ist angekommen.");
        system.answersAlways(503);
        button(page, "Testnachricht schicken").click();
        assertThat(page.locator("#deliveries li")).hasCount(2);
        assertThat(page.locator("#deliveries li").first()).containsText("Antwort 503");
        assertAccessible(page, "webhook-failing", width, colours);

        button(page, "Nichts mehr melden").click();
        assertThat(page.locator(".notice")).hasText("Es wird nichts mehr gemeldet.");
        assertThat(page.locator("#state")).hasCount(0);
        page.context().close();
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }
}
