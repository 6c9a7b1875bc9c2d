package de.dolmetscherhotline.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.testsupport.BrowserIT;
import java.time.Clock;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What administrators do with the access of others, and everybody with her own, in real browsers. */
class StaffActionsBrowserIT extends BrowserIT {

    private static final String ACCOUNT = "/dashboard/account";

    @Autowired
    private Clock clock;

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "390, 844, DARK"})
    void anAdministratorChangesRoleAndSecondFactorAndLocks(int width, int height, ColorScheme colours) {
        var mail = admitted(Role.VIEWER);
        var colleague = chromium().open(width, height, colours);
        signIn(colleague, mail, "de");
        setUpSecondFactor(colleague);
        assertNotForHer(colleague, width, colours);

        var page = chromium().open(width, height, colours);
        var complaints = complaints(page);
        signIn(page, Role.ADMINISTRATOR, "de");
        open(page, mail);
        page.locator("#role").selectOption("coordinator");
        decide(page, "role", "vertritt die Leitung");
        open(page, mail);
        assertThat(page.locator("#role")).hasValue("coordinator");
        decide(page, "second-factor", "Telefon verloren");
        assertAccessible(page, "staff-actions-done", width, colours);
        open(page, mail);
        assertThat(button(page, "second-factor")).hasCount(0);
        colleague.navigate(at(ACCOUNT));
        assertThat(colleague.locator("#password")).isVisible();
        signIn(colleague, mail, "de");
        colleague.navigate(at("/dashboard/interpreters/new"));
        assertThat(colleague.locator("#phone")).isVisible();

        decide(page, "lock", "verlässt das Amt");
        colleague.navigate(at(ACCOUNT));
        assertThat(colleague.locator("#password")).isVisible();
        open(page, mail);
        decide(page, "unlock", "ist wieder da");
        signIn(colleague, mail, "de");
        page.navigate(at("/dashboard/audit"));
        for (var reason : new String[] {"Telefon verloren", "verlässt das Amt", "ist wieder da"}) {
            assertThat(page.locator(".trail").getByText(reason).first()).isVisible();
        }
        Assertions.assertThat(complaints).isEmpty();
        colleague.context().close();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, DARK", "390, 844, LIGHT"})
    void sheChangesHerPasswordAndSignsOutEverywhere(int width, int height, ColorScheme colours) {
        var mail = admitted(Role.COORDINATOR);
        var desk = chromium().open(width, height, colours);
        var telephone = chromium().open(390, 844, colours);
        signIn(desk, mail, "de");
        signIn(telephone, mail, "de");
        desk.navigate(at(ACCOUNT));
        assertThat(desk.locator("#sessions ~ ul li")).hasCount(2);
        desk.locator("#before").fill("das war es nicht");
        desk.locator("#password").fill("fünf neue Worte und ein Vogel");
        desk.locator("#password").press("Enter");
        assertThat(desk.locator("#before-problem")).isVisible();
        assertAccessible(desk, "dashboard-account-wrong", width, colours);
        desk.locator("#before").fill(STAFF_PASSWORD);
        desk.locator("#password").fill("fünf neue Worte und ein Vogel");
        desk.locator("#password").press("Enter");
        assertThat(desk.locator(".notice")).isVisible();

        desk.locator("form[action$='/sign-out-everywhere'] button").click();
        assertThat(desk.locator("#mail")).isVisible();
        assertAccessible(desk, "dashboard-signed-out-everywhere", width, colours);
        telephone.navigate(at(ACCOUNT));
        assertThat(telephone.locator("#mail")).isVisible();
        desk.locator("#mail").fill(mail);
        desk.locator("#password").fill("fünf neue Worte und ein Vogel");
        desk.keyboard().press("Enter");
        assertThat(desk).hasURL(at("/dashboard"));
        desk.context().close();
        telephone.context().close();
    }

    private void setUpSecondFactor(Page page) {
        page.navigate(at("/dashboard/second-factor/set-up"));
        var secret = page.locator("#secret").innerText().replace(" ", "");
        page.locator("#code").fill(Totp.code(secret, clock.instant()));
        page.keyboard().press("Enter");
        assertThat(page.locator("#recovery-codes li")).hasCount(10);
    }

    private static void assertNotForHer(Page page, int width, ColorScheme colours) {
        var answer = page.navigate(at("/dashboard/interpreters/new"));
        Assertions.assertThat(answer.status()).isEqualTo(403);
        assertThat(page.locator("h1")).hasText("Nicht für Ihre Rolle");
        assertAccessible(page, "dashboard-not-for-you", width, colours);
    }

    /** The page of somebody in the staff. */
    private static void open(Page page, String mail) {
        page.navigate(at("/dashboard/staff"));
        page.locator(".entries li", new Page.LocatorOptions().setHasText(mail))
                .locator("a")
                .click();
        assertThat(page.locator("#reason")).isVisible();
    }

    private static void decide(Page page, String deed, String reason) {
        page.locator("#reason").fill(reason);
        button(page, deed).click();
        assertThat(page.locator(".notice")).isVisible();
    }

    private static Locator button(Page page, String deed) {
        return deed.equals("role")
                ? page.locator("main form button:not([formaction]):not([disabled])")
                : page.locator("button[formaction$='/" + deed + "']");
    }
}
