package de.dolmetscherhotline.dashboard.pool;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.Applicant;
import de.dolmetscherhotline.testsupport.BrowserIT;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of the pool in a real browser, on a telephone and on a desk. */
class PoolBrowserIT extends BrowserIT {

    @Autowired
    private TelephoneNetwork network;

    @ParameterizedTest
    @CsvSource({
        "1280, 900, LIGHT, de, +4917604069065, +4917604069066",
        "390, 844, DARK, de, +4917604069067, +4917604069068"
    })
    void everyPageIsAccessibleAndFits(
            int width, int height, ColorScheme colours, String language, String applicant, String namesake) {
        var page = chromium().open(width, height, colours);
        for (var number : List.of(applicant, namesake)) {
            Applicant.applies(page, at("/mitmachen?lang=de"), network.phone(number));
        }
        var complaints = complaints(page);
        signIn(page, Role.COORDINATOR, language);
        page.navigate(at("/dashboard/interpreters"));
        assertThat(page.locator(".people tbody tr").first()).isVisible();
        assertAccessible(page, "pool-interpreters", width, colours);
        page.locator(".people tbody a").first().click();
        assertThat(page.locator("#until")).isVisible();
        assertAccessible(page, "pool-interpreter", width, colours);
        var member = page.url();
        for (var section : new String[] {"person", "languages", "proofs", "apart"}) {
            page.navigate(member + "/" + section);
            assertThat(page.locator("main form").first()).isVisible();
            assertAccessible(page, "pool-edit-" + section, width, colours);
        }
        page.navigate(at("/dashboard/interpreters/new"));
        page.locator("#name").fill("Leyla Yılmaz");
        page.locator("main form button").last().click();
        assertThat(page.locator("#phone-problem")).isVisible();
        assertAccessible(page, "pool-new", width, colours);
        page.navigate(at("/dashboard/applications"));
        assertThat(page.getByText("Leyla Yılmaz").nth(1)).isVisible();
        assertAccessible(page, "pool-applications", width, colours);
        page.navigate(at("/dashboard/trainings/new"));
        page.locator("main form button").last().click();
        assertThat(page.locator("#title-problem")).isVisible();
        assertAccessible(page, "pool-training-form", width, colours);
        plan(page, "Grundkurs Dolmetschen " + width);
        assertThat(page.locator("#participants")).isVisible();
        page.locator("#interpreter").selectOption(new SelectOption().setIndex(1));
        page.locator("main form button").last().click();
        assertThat(page.locator("#participants ~ ul li")).hasCount(1);
        page.locator("#participants ~ ul button").first().click();
        assertThat(page.locator(".mark.accepted")).isVisible();
        assertAccessible(page, "pool-training", width, colours);
        page.navigate(at("/dashboard/trainings"));
        assertThat(page.locator(".entries li").first()).isVisible();
        assertAccessible(page, "pool-trainings", width, colours);
        page.navigate(at("/dashboard/interpreters/import"));
        upload(page, "Name;Telefon\nLeyla Yılmaz;12\n");
        assertThat(page.locator("#preview table")).isVisible();
        assertAccessible(page, "pool-import-wrong", width, colours);
        upload(page, "Name;Telefon;Sprachen;Schuhgröße\nLeyla Yılmaz;0176 04069071;Türkisch (Muttersprache);38\n");
        assertThat(page.locator("#preview .mark.accepted")).isVisible();
        assertAccessible(page, "pool-import", width, colours);
        Assertions.assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void theListIsNarrowedWhileOneTypesAndTheAddressFollows() {
        var page = chromium().open(1280, 900, ColorScheme.LIGHT);
        signIn(page, Role.COORDINATOR, "de");
        page.navigate(at("/dashboard/interpreters"));
        var all = page.locator(".people tbody tr").count();
        page.locator("#language").selectOption("uk");
        assertThat(page).hasURL(Pattern.compile(".*[?&]language=uk.*"));
        assertThat(page.locator(".people tbody tr")).not().hasCount(all);
        page.locator("#language").selectOption("");
        page.locator("#name").pressSequentially("zzzz");
        assertThat(page.locator(".people")).hasCount(0);
        assertThat(page.locator("#found-title")).hasText("Niemand");
        Assertions.assertThat(page.locator("#name").inputValue()).isEqualTo("zzzz");
        page.context().close();
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        var page = chromium().openWithoutScripts(390, 844);
        signIn(page, Role.COORDINATOR, "de");
        page.navigate(at("/dashboard/interpreters"));
        page.locator("#status").selectOption("active");
        page.locator(".filters button").click();
        assertThat(page).hasURL(Pattern.compile(".*status=active.*"));
        page.locator(".people tbody a").first().click();
        page.locator("button[value=on]").click();
        assertThat(page.locator(".notice")).hasText("Ist angemeldet.");
        page.navigate(at("/dashboard/interpreters/import"));
        upload(page, "Name;Telefon;Sprachen\nLeyla Yılmaz;0176 04069070;Türkisch (Muttersprache)\n");
        assertThat(page.locator("#preview")).containsText("1 neu");
        page.locator("#preview button").click();
        assertThat(page.locator(".notice")).hasText("Importiert.");
        page.navigate(at("/dashboard/interpreters?name=Leyla"));
        assertThat(page.locator(".people")).containsText("Leyla Yılmaz");
        page.context().close();
    }

    private static void plan(Page page, String title) {
        page.locator("#title").fill(title);
        page.locator("#date-0").fill("2026-01-10");
        page.locator("#starts-0").fill("18:00");
        page.locator("#ends-0").fill("20:00");
        page.locator("#place-0").fill("Kreishaus Helmstedt, Raum 2");
        page.locator("#subject").selectOption("school");
        page.locator("main form button").last().click();
    }

    private static void upload(Page page, String content) {
        page.locator("#file")
                .setInputFiles(new FilePayload("pool.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button").click();
    }
}
