package de.dolmetscherhotline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.BrowserIT;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What administrators find in the audit trail, in a real browser, on a telephone and on a desk. */
class AuditBrowserIT extends BrowserIT {

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "390, 844, DARK"})
    void theTrailIsSearchedByNameAndAnEntryOpened(int width, int height, ColorScheme colours) {
        var page = chromium().open(width, height, colours);
        var complaints = complaints(page);
        signIn(page, Role.ADMINISTRATOR, "de");
        page.navigate(at("/dashboard/interpreters"));
        var name = page.locator("#found tbody th a").first().innerText().strip();
        page.navigate(at("/dashboard/audit"));
        page.locator("#subject").fill(name);
        page.locator("#subject").press("Enter");
        assertThat(page.locator("#named ~ details")).containsText(name);
        assertThat(page.locator(".trail li").first()).isVisible();
        assertAccessible(page, "audit-by-name", width, colours);

        page.locator(".trail a", new Page.LocatorOptions().setHasText("und weitere"))
                .first()
                .click();
        assertThat(page.locator("#others ~ ul")).containsText(name);
        assertAccessible(page, "audit-entry", width, colours);

        page.navigate(at("/dashboard/audit?subject=Niemand+heißt+so"));
        assertThat(page.locator(".trail li")).hasCount(0);
        assertThat(page.locator("main")).containsText("Niemand und nichts bei Ihnen heißt so");
        assertAccessible(page, "audit-nobody", width, colours);
        Assertions.assertThat(complaints).isEmpty();
        page.context().close();
    }
}
