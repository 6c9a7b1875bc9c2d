package de.dolmetscherhotline.dashboard.pool;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.BrowserIT;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A coordinator keeps the times of somebody who telephones, hands her her data and removes her, in a real browser. */
class MemberTimesBrowserIT extends BrowserIT {

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT, de, 030 23125871", "390, 844, DARK, en, 030 23125872"})
    void everythingIsDoneAndEveryPageIsAccessible(
            int width, int height, ColorScheme colours, String language, String number) throws IOException {
        var page = chromium().open(width, height, colours);
        var complaints = complaints(page);
        signIn(page, Role.COORDINATOR, language);
        var member = added(page, number);
        changesTheWeek(page, member, width, colours);
        entersAndRemovesAnAbsence(page, member, width, colours);
        changesThePreferences(page, member, width, colours);
        downloadsTheData(page, member);
        removes(page, member, width, colours);
        Assertions.assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        var page = chromium().openWithoutScripts(390, 844);
        signIn(page, Role.COORDINATOR, "de");
        var member = added(page, "030 23125873");
        page.navigate(member + "/plan");
        page.locator("#monday-0-from").fill("18:00");
        page.locator("#monday-0-to").fill("20:00");
        page.locator("button[name=copy]").click();
        assertThat(page.locator("#friday-0-to")).hasValue("20:00");
        save(page);
        assertThat(page.locator(".notice")).hasText("Gespeichert.");
        page.navigate(member + "/removal");
        page.locator("#reason").fill("nur ein Versuch");
        page.locator("button.stop").click();
        assertThat(page.locator(".notice")).containsText("Entfernt.");
        page.context().close();
    }

    private static void changesTheWeek(Page page, String member, int width, ColorScheme colours) {
        page.navigate(member);
        page.locator("a[href$='/plan']").click();
        page.locator("#monday-0-from").fill("18:00");
        page.locator("#monday-0-to").fill("22:00");
        page.locator("#monday-1-from").evaluate("field => field.closest('details').open = true");
        page.locator("#monday-1-from").fill("21:00");
        page.locator("#monday-1-to").fill("23:00");
        save(page);
        assertThat(page.locator("#monday-1-from-problem")).isVisible();
        assertThat(page.locator("#monday-1-to")).hasValue("23:00");
        assertAccessible(page, "pool-edit-plan", width, colours);
        page.locator("#monday-1-from").fill("");
        page.locator("#monday-1-to").fill("");
        page.locator("#reason").fill("by telephone");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice")).isVisible();
        assertThat(page.locator("#now ~ .week").first()).containsText("18:00–22:00");
        assertAccessible(page, "pool-interpreter-changed", width, colours);
    }

    private static void entersAndRemovesAnAbsence(Page page, String member, int width, ColorScheme colours) {
        page.locator("a[href$='/absences']").click();
        var today = LocalDate.parse(page.locator("#first").getAttribute("min"));
        page.locator("#first").fill(today.plusDays(9).toString());
        page.locator("#last").fill(today.plusDays(2).toString());
        page.locator("form.fields button").click();
        assertThat(page.locator("#last-problem")).isVisible();
        page.locator("#last").fill(today.plusDays(12).toString());
        page.locator("form.fields button").click();
        assertThat(page.locator(".notice")).isVisible();
        assertThat(page.locator(".entries li")).hasCount(1);
        assertAccessible(page, "pool-edit-absences", width, colours);
        page.locator(".entries button").click();
        assertThat(page.locator(".entries li")).hasCount(0);
        page.navigate(member);
    }

    private static void changesThePreferences(Page page, String member, int width, ColorScheme colours) {
        page.locator("a[href$='/preferences']").click();
        page.locator("#quietFrom").fill("22:00");
        page.locator("#callsPerDay").fill("many");
        save(page);
        assertThat(page.locator("#quietTo-problem")).isVisible();
        assertThat(page.locator("#callsPerDay-problem")).isVisible();
        assertAccessible(page, "pool-edit-preferences", width, colours);
        page.locator("#quietTo").fill("07:00");
        page.locator("#callsPerDay").fill("3");
        page.locator("#reminder").check();
        save(page);
        assertThat(page).hasURL(member + "?done=saved");
        assertThat(page.locator("main")).containsText("22:00–07:00");
    }

    private static void downloadsTheData(Page page, String member) throws IOException {
        page.navigate(member);
        var file = page.waitForDownload(() -> page.locator("a[href$='/export']").click());
        Assertions.assertThat(Files.readString(file.path())).contains("Leyla Demir", "23125");
    }

    private static void removes(Page page, String member, int width, ColorScheme colours) {
        page.locator("a[href$='/removal']").click();
        page.locator("button.stop").click();
        assertThat(page.locator("#reason-problem")).isVisible();
        assertAccessible(page, "pool-removal", width, colours);
        page.locator("#reason").fill("asked for it");
        page.locator("button.stop").click();
        assertThat(page).hasURL(Pattern.compile(".*/dashboard/interpreters\\?done=removed$"));
        assertThat(page.locator(".notice")).isVisible();
        Assertions.assertThat(page.navigate(member).status()).isEqualTo(404);
    }

    /** Somebody new; the address of her page. */
    private static String added(Page page, String number) {
        page.navigate(at("/dashboard/interpreters/new"));
        page.locator("#name").fill("Leyla Demir");
        page.locator("#phone").fill(number);
        page.locator("#born").fill("1990-02-03");
        page.locator("#language-0").selectOption("tr");
        page.locator("#level-0").selectOption("native");
        page.locator(".actions button").last().click();
        assertThat(page).hasURL(Pattern.compile(".*\\?done=added$"));
        return page.url().replace("?done=added", "");
    }

    private static void save(Page page) {
        page.locator(".actions button").last().click();
    }
}
