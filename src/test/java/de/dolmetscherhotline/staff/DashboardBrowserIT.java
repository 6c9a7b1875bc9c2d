package de.dolmetscherhotline.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.testsupport.BrowserIT;
import java.time.Clock;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The dashboard in a real browser, on a telephone and on a desk. */
class DashboardBrowserIT extends BrowserIT {

    @Autowired
    private Clock clock;

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT, de", "390, 844, DARK, de", "320, 640, LIGHT, en"})
    void everyPageIsAccessibleAndFits(int width, int height, ColorScheme colours, String language) {
        var mail = admitted(Role.ADMINISTRATOR);
        var page = chromium().open(width, height, colours);
        var complaints = complaints(page);
        page.navigate(at("/dashboard/sign-in/provider"));
        assertThat(page).hasURL(at("/dashboard/sign-in"));
        page.navigate(at("/dashboard/sign-in?to=%2Fdashboard%2Faccount&lang=" + language));
        assertThat(page.locator("a[href*='/provider']")).hasCount(0);
        page.locator("main form button").click();
        assertThat(page.locator("#mail-problem")).isVisible();
        assertAccessible(page, "dashboard-sign-in", width, colours);
        signIn(page, mail);
        assertThat(page).hasURL(at("/dashboard/account"));
        assertAccessible(page, "dashboard-account", width, colours);

        page.navigate(at("/dashboard/second-factor/set-up"));
        page.locator("#code").fill("000000");
        page.locator("main form button").click();
        assertThat(page.locator("#code-problem")).isVisible();
        assertAccessible(page, "dashboard-set-up", width, colours);
        var secret = page.locator("#secret").innerText().replace(" ", "");
        page.locator("#code").fill(Totp.code(secret, clock.instant()));
        page.locator("main form button").click();
        assertThat(page.locator("#recovery-codes li")).hasCount(10);
        assertAccessible(page, "dashboard-recovery-codes", width, colours);
        var recovery = page.locator("#recovery-codes li").first().innerText();

        page.context().clearCookies();
        page.navigate(at("/dashboard/sign-in?lang=" + language));
        signIn(page, mail);
        assertThat(page.locator("#code")).isFocused();
        page.locator("#code").fill("000000");
        page.keyboard().press("Enter");
        assertThat(page.locator("#code-problem")).isVisible();
        assertAccessible(page, "dashboard-second-factor", width, colours);
        page.locator("#code").fill(recovery);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(at("/dashboard"));

        page.navigate(at("/dashboard/account"));
        assertThat(page.locator("#sessions")).isVisible();
        assertAccessible(page, "dashboard-account-with-second-factor", width, colours);
        page.navigate(at("/dashboard/staff"));
        page.locator("#name").fill("Dr. Jana Krüger-Hohenstein von der Ostsee");
        page.locator("main form button").last().click();
        assertThat(page.locator("#mail-problem")).isVisible();
        assertAccessible(page, "dashboard-staff", width, colours);
        page.locator("#mail").fill("s" + UUID.randomUUID() + "@landkreis.example");
        page.locator("main form button").last().click();
        assertThat(page.locator("#invitation-code")).isVisible();
        assertAccessible(page, "dashboard-invited", width, colours);
        var link = page.locator("#invitation-link").innerText();
        page.navigate(at("/dashboard/staff"));
        page.locator(".entries a").last().click();
        assertThat(page.locator("#reason")).isVisible();
        assertAccessible(page, "dashboard-staff-account", width, colours);
        assertNothingIsDoneByEnter(page);
        page.navigate(at("/dashboard/audit"));
        assertThat(page.locator(".trail li").first()).isVisible();
        assertAccessible(page, "dashboard-audit", width, colours);
        page.navigate(at("/dashboard/audit?from=gestern&subject=Amina"));
        assertThat(page.locator("#from-problem")).isVisible();
        assertAccessible(page, "dashboard-audit-wrong", width, colours);
        page.context().clearCookies();
        page.navigate(link);
        assertThat(page.locator("#password")).isVisible();
        assertAccessible(page, "dashboard-invitation", width, colours);
        Assertions.assertThat(complaints).isEmpty();
        page.context().close();
    }

    /** One of several buttons must be pressed. */
    private static void assertNothingIsDoneByEnter(Page page) {
        page.evaluate("""
                () => document.querySelector("main form").addEventListener("submit", event => {
                    event.preventDefault();
                    document.title = "sent";
                })
                """);
        page.locator("#reason").press("Enter");
        assertThat(page).not().hasTitle("sent");
        page.locator("main form button").last().click();
        assertThat(page).hasTitle("sent");
    }

    private static void signIn(Page page, String mail) {
        page.locator("#mail").fill(mail);
        page.locator("#password").fill(STAFF_PASSWORD);
        page.keyboard().press("Enter");
    }
}
