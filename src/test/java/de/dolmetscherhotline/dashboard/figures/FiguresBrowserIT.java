package de.dolmetscherhotline.dashboard.figures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import de.dolmetscherhotline.evaluation.ManySessions;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffAdministration;
import de.dolmetscherhotline.testsupport.BrowserIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Pages about figures in a real browser, with the calls of three years. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresBrowserIT extends BrowserIT {

    private static final String QUARTER = "?from=2026-04-01&to=2026-06-30";
    private static final int CALLS = 4_000;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private DatabaseClient database;

    @BeforeAll
    void aDistrictWithCalls() {
        new ManySessions(database).write(CALLS);
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT, de", "390, 844, DARK, de", "320, 640, LIGHT, en"})
    void everyPageIsAccessibleAndFits(int width, int height, ColorScheme colours, String language) throws IOException {
        var page = chromium().open(width, height, colours);
        var complaints = complaints(page);
        signIn(page, language);
        for (var name : List.of("evaluation", "evaluation/languages", "evaluation/demand", "evaluation/volunteers")) {
            page.navigate(at("/dashboard/" + name + QUARTER));
            assertThat(page.locator("figure.chart canvas").first()).isVisible();
            assertThat(page.locator("figure.chart table").first()).isHidden();
            assertAccessible(page, "dashboard-" + name.replace('/', '-'), width, colours);
        }
        page.navigate(at("/dashboard/report" + QUARTER));
        assertThat(page.locator("figure.chart canvas")).hasCount(6);
        assertAccessible(page, "dashboard-report", width, colours);
        page.locator("#write").click();
        page.locator("#introduction").fill("a".repeat(8_001));
        page.locator("main form button").click();
        assertThat(page.locator("#introduction-problem")).isVisible();
        assertAccessible(page, "dashboard-report-texts", width, colours);
        page.locator("#introduction")
                .fill("Der Kreistag hat die Hotline im Mai 2025 beschlossen.\n\nSeither wächst sie.");
        page.locator("main form button").click();
        assertThat(page.locator(".notice")).isVisible();
        assertThat(page.locator(".written")).hasCount(2);
        var pdf = page.request()
                .get(at("/dashboard/report/export" + QUARTER + "&format=pdf"))
                .body();
        Files.write(Path.of("target", "screenshots", "report-" + language + ".pdf"), pdf);
        page.navigate(at("/dashboard/hours" + QUARTER));
        assertAccessible(page, "dashboard-hours", width, colours);
        page.locator("#statements a").first().click();
        assertThat(page.locator("#days")).isVisible();
        assertAccessible(page, "dashboard-hours-statement", width, colours);
        page.navigate(at("/dashboard/evaluation?from=2026-04-01&to=2026-03-30"));
        assertThat(page.locator("#to-problem")).isVisible();
        assertAccessible(page, "dashboard-evaluation-wrong", width, colours);
        Assertions.assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void anotherPeriodIsShownWithoutLoadingThePageAnew() {
        var page = chromium().open(1280, 900, ColorScheme.LIGHT);
        signIn(page, "de");
        page.navigate(at("/dashboard/evaluation" + QUARTER));
        page.evaluate("document.body.dataset.kept = 'yes'");
        var before = page.locator("#figure-calls .before").innerText().replace("davor ", "");
        page.locator("#from").fill("2026-01-01");
        page.locator("#to").fill("2026-03-31");
        page.locator("#show").click();
        assertThat(page.locator(".compared")).containsText("01.01.2026");
        assertThat(page.locator("#figure-calls .value")).hasText(before);
        assertThat(page).hasURL(at("/dashboard/evaluation?from=2026-01-01&to=2026-03-31"));
        assertThat(page.locator("figure.chart canvas").first()).isVisible();
        assertThat(page.locator("body")).hasAttribute("data-kept", "yes");
        page.locator("#period-last-quarter").click();
        assertThat(page.locator("#period-last-quarter")).hasAttribute("aria-current", "true");
        page.locator("#from").fill("2026-12-31");
        page.locator("#show").click();
        assertThat(page.locator("#to-problem")).isVisible();
        assertThat(page.locator("body")).hasAttribute("data-kept", "yes");

        page.navigate(at("/dashboard/evaluation/languages" + QUARTER));
        page.evaluate("document.body.dataset.kept = 'yes'");
        page.locator("#days-saturday").click();
        assertThat(page.locator("#days-saturday")).hasAttribute("aria-current", "true");
        assertThat(page.locator("body")).hasAttribute("data-kept", "yes");
        page.context().clearCookies();
        page.locator("#period-last-year").click();
        assertThat(page.locator("#password")).isVisible();
        page.context().close();
    }

    @Test
    void tablesStandBehindChartsAndOnPaper() {
        var page = chromium().open(1280, 900, ColorScheme.DARK);
        signIn(page, "de");
        page.navigate(at("/dashboard/evaluation/demand" + QUARTER));
        var first = page.locator("figure.chart").first();
        assertThat(first.locator("canvas")).isVisible();
        first.locator("summary").first().click();
        assertThat(first.locator("table")).isVisible();
        // What a chart says is what the table says.
        Assertions.assertThat(page.evaluate(
                        "() => Chart.getChart(document.querySelector('figure canvas')).data.datasets" + "[0].data"))
                .isEqualTo(page.evaluate("() => [...document.querySelector('figure table').tBodies[0].rows]"
                        + ".map(row => Number(row.cells[1].dataset.number))"));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
        assertThat(page.locator("figure.chart table").last()).isVisible();
        picture(page, "dashboard-evaluation-printed", 1280);
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator("figure.chart table").last()).isHidden();
        page.context().close();
    }

    /** A coordinator of the district with the many calls. */
    private void signIn(Page page, String language) {
        var mail = "s" + UUID.randomUUID() + "@landkreis.example";
        administration
                .admit(ManySessions.DISTRICT, "Karin Vogel", new MailAddress(mail), Role.COORDINATOR, STAFF_PASSWORD)
                .block();
        signIn(page, mail, language);
    }
}
