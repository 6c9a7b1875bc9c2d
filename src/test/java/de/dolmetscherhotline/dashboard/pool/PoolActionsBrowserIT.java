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
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What coordinators do with the pool, in a real browser, on a telephone and on a desk. */
class PoolActionsBrowserIT extends BrowserIT {

    @Autowired
    private TelephoneNetwork network;

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT, 0176 04069081", "390, 844, DARK, 0176 04069082"})
    void aMemberIsAddedAndEverySectionIsChanged(int width, int height, ColorScheme colours, String number) {
        var page = chromium().open(width, height, colours);
        var complaints = complaints(page);
        signIn(page, Role.COORDINATOR, "de");
        page.navigate(at("/dashboard/interpreters/new"));
        page.locator("#name").fill("Samira Yusuf");
        page.locator("#phone").fill(number);
        page.locator("#status").selectOption("active");
        page.locator("#born").fill("1985-03-01");
        page.locator("#language-0").selectOption("so");
        page.locator("#level-0").selectOption("native");
        save(page);
        var member = page.url().replaceAll("[?#].*", "");

        page.navigate(member + "/person");
        page.locator("#municipality").fill("Lehre");
        page.locator("#notes").fill("Spricht leise; gut für Kinder.");
        save(page);
        assertThat(page.locator("main")).containsText("Spricht leise; gut für Kinder.");

        page.navigate(member + "/languages");
        page.locator("button[value=languages]").click();
        page.locator("#language-1").selectOption("am");
        page.locator("#level-1").selectOption("b2");
        page.locator("#subject-medical").check();
        save(page);
        assertThat(page.locator("main")).containsText("Amharisch");

        page.navigate(member + "/proofs");
        page.locator("main input[name=issued]").first().fill("2026-01-10");
        save(page);
        assertThat(page.locator("main")).containsText("10.01.2026");

        page.navigate(member + "/apart");
        page.locator("#apart-0").selectOption(new SelectOption().setIndex(1));
        page.locator("#because-0").fill("Verwandte arbeiten dort.");
        save(page);
        assertThat(page.locator("main")).containsText("Verwandte arbeiten dort.");

        page.locator("button[value=on]").click();
        assertThat(page.locator(".notice")).hasText("Ist angemeldet.");
        page.locator("button[value=off]").click();
        assertThat(page.locator(".notice")).hasText("Ist abgemeldet.");
        assertAccessible(page, "pool-interpreter-changed", width, colours);
        Assertions.assertThat(complaints).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "1280, 900, DARK, +4917604069083, +4917604069084, 0176 04069085",
        "390, 844, LIGHT, +4917604069086, +4917604069087, 0176 04069088"
    })
    void oneApplicationIsRefusedAnotherAcceptedAndSomebodyInvited(
            int width, int height, ColorScheme colours, String applicant, String namesake, String invited) {
        var page = chromium().open(width, height, colours);
        Applicant.applies(page, at("/mitmachen?lang=de"), network.phone(applicant));
        Applicant.applies(page, at("/mitmachen?lang=de"), network.phone(namesake));
        signIn(page, Role.COORDINATOR, "de");
        page.navigate(at("/dashboard/applications"));
        var open = page.locator("article.card");
        int before = open.count();
        open.first().locator("button.stop").click();
        assertThat(page.locator("[id^=because][id$=-problem]")).isVisible();
        assertAccessible(page, "pool-applications-wrong", width, colours);
        open.first().locator("input[name=because]").fill("Die Stelle ist besetzt.");
        open.first().locator("button.stop").click();
        assertThat(page.locator(".notice")).isVisible();
        assertThat(open).hasCount(before - 1);
        open.first().locator("form[action$=acceptance] button").click();
        assertThat(page.locator(".notice")).isVisible();
        assertThat(open).hasCount(before - 2);

        page.locator("#phone").fill(invited);
        page.locator("#name").fill("Maryam");
        page.locator("#phone").press("Enter");
        assertThat(page.locator(".notice")).isVisible();
        assertThat(page.locator("#invitations ~ ul")).containsText("Maryam");
        assertAccessible(page, "pool-applications-invited", width, colours);
        page.locator("#invitations ~ ul button").first().click();
        assertThat(page.locator(".notice")).isVisible();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT, 0176 04069072", "390, 844, DARK, 0176 04069073"})
    void aListIsImportedAndThoseWhoAreFoundAreWrittenTo(int width, int height, ColorScheme colours, String number) {
        var page = chromium().open(width, height, colours);
        var complaints = complaints(page);
        signIn(page, Role.COORDINATOR, "de");
        var name = "Hodan Ali " + width;
        var list = "Name;Telefon;Sprachen;Status;Geburtsdatum\n%s;%s;Somali (Muttersprache);aktiv;01.03.1990\n"
                .formatted(name, number);
        page.navigate(at("/dashboard/interpreters/import"));
        page.locator("#file")
                .setInputFiles(new FilePayload("pool.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button").click();
        page.locator("#preview #reason").fill("Liste der Volkshochschule");
        page.locator("#preview button").click();
        assertThat(page.locator(".notice")).hasText("Importiert.");

        page.navigate(at("/dashboard/interpreters?name=" + name.replace(" ", "+")));
        assertThat(page.locator(".people tbody tr")).hasCount(1);
        page.locator("a[href*='/dashboard/texts/to']").click();
        assertThat(page.locator("main")).containsText("1");
        page.locator("#body").fill("Willkommen im Pool!");
        page.locator("main form button").last().click();
        assertThat(page.locator("#count")).isVisible();
        assertAccessible(page, "pool-text-preview", width, colours);
        page.locator("#reason").fill("Begrüßung");
        page.locator("#reason").press("Enter");
        assertThat(page.locator("#results")).isVisible();
        page.waitForCondition(
                () -> !network.phone("+49" + number.replace(" ", "").substring(1))
                        .texts()
                        .isEmpty());
        Assertions.assertThat(complaints).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, DARK", "390, 844, LIGHT"})
    void somebodyWhoRegisteredForATrainingCancels(int width, int height, ColorScheme colours) {
        var page = chromium().open(width, height, colours);
        signIn(page, Role.COORDINATOR, "de");
        page.navigate(at("/dashboard/trainings/new"));
        page.locator("#title").fill("Aufbaukurs " + width);
        page.locator("#date-0").fill("2040-01-10");
        page.locator("#starts-0").fill("18:00");
        page.locator("#ends-0").fill("20:00");
        page.locator("#place-0").fill("Kreishaus");
        page.locator("#title").press("Enter");
        assertThat(page.locator(".notice")).isVisible();
        page.locator("#interpreter").selectOption(new SelectOption().setIndex(1));
        page.locator("main form button").last().click();
        assertThat(page.locator("#participants ~ ul li")).hasCount(1);
        page.locator("#participants ~ ul button").first().click();
        assertThat(page.locator("#participants ~ ul li")).hasCount(0);
        page.locator("form[action$='/removal'] button").click();
        assertThat(page.locator(".notice")).isVisible();
        assertAccessible(page, "pool-training-removed", width, colours);
        page.context().close();
    }

    private static void save(Page page) {
        page.locator("#reason").fill("hat es uns erzählt");
        page.locator("#reason").press("Enter");
        assertThat(page.locator(".notice")).isVisible();
    }
}
