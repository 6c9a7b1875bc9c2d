package de.dolmetscherhotline.dashboard.organisation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.BrowserIT;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

/** What coordinators do for organisations, in a real browser, on a telephone and on a desk. */
class OrganisationActionsBrowserIT extends BrowserIT {

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "390, 844, DARK"})
    void anOrganisationIsAddedAndEquipped(int width, int height, ColorScheme colours) {
        var page = chromium().open(width, height, colours);
        var complaints = complaints(page);
        signIn(page, Role.COORDINATOR, "de");
        added(page, "Frauenhaus am Elm");

        page.locator(".heading a").click();
        page.locator("#municipality").fill("Königslutter am Elm");
        page.locator("#contact-name-1").fill("Petra Lindner");
        page.locator("#language-ti").check();
        page.locator("#reason").fill("am Telefon besprochen");
        page.locator("#reason").press("Enter");
        assertDone(page);
        assertThat(page.locator("main")).containsText("Petra Lindner");

        unfold(page, "member-name");
        page.locator("#member-name").fill("Jana Krüger");
        page.locator("#member-mail").fill("j" + UUID.randomUUID() + "@frauenhaus.example");
        page.locator("#member-mail").press("Enter");
        assertHandedOver(page);
        page.locator("form[action$='/lock'] button").click();
        assertDone(page);

        unfold(page, "key-name");
        page.locator("#key-name").fill("Fallverwaltung");
        page.locator("[name=key-scope]").first().check();
        page.locator("#key-name").press("Enter");
        assertHandedOver(page);
        page.locator("form[action$='/revocation'] button").click();
        assertDone(page);

        unfold(page, "apart-who");
        page.locator("#apart-who").selectOption(new SelectOption().setIndex(1));
        page.locator("#apart-reason").fill("kennt eine Bewohnerin");
        page.locator("#apart-reason").press("Enter");
        assertDone(page);
        assertThat(page.locator("main")).containsText("kennt eine Bewohnerin");

        page.locator("#countries").fill("DE, FR");
        page.locator("#countries").press("Enter");
        assertDone(page);
        assertThat(page.locator("#countries")).hasValue("DE, FR");

        page.locator("#pin-reason").fill("erster Tag");
        page.locator("#pin-reason").press("Enter");
        assertHandedOver(page);
        page.locator("#pin-reason").fill("Zettel verloren");
        page.locator("button[formaction$='/pin/withdrawal']").click();
        assertDone(page);
        assertAccessible(page, "organisation-equipped", width, colours);
        Assertions.assertThat(complaints).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, DARK", "390, 844, LIGHT"})
    void anAppointmentIsEnteredGivenToSomebodyAndThenOthersAndCancelled(int width, int height, ColorScheme colours) {
        var page = chromium().open(width, height, colours);
        var complaints = complaints(page);
        signIn(page, Role.COORDINATOR, "de");
        added(page, "Beratungsstelle Schöningen");
        page.locator("a[href*='/appointments/new']").click();
        page.locator("#date")
                .fill(LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(12).toString());
        page.locator("#time").fill("10:30");
        page.locator("#minutes").fill("60");
        page.locator("#municipality").fill("Schöningen");
        page.locator("#address").fill("Markt 1");
        page.locator("#language").selectOption("ar");
        page.locator("main form button").last().click();
        assertThat(page.locator("#course")).isVisible();
        assertThat(page.locator("main")).containsText("Markt 1");
        assertAccessible(page, "appointment-entered", width, colours);

        unfold(page, "interpreter");
        page.locator("#interpreter").selectOption(new SelectOption().setIndex(1));
        page.locator("form[action$='/assignment'] button").click();
        assertDone(page);
        unfold(page, "substitution-reason");
        page.locator("#substitution-reason").fill("Sie ist erkrankt.");
        page.locator("#substitution-reason").press("Enter");
        assertDone(page);
        assertThat(page.locator("#course ~ ol")).containsText("Sie ist erkrankt.");

        var deed = page.locator("details", new Page.LocatorOptions().setHas(page.locator("#cancel-reason")));
        deed.locator("summary").click();
        page.locator("#cancel-reason").fill("Die Familie ist umgezogen.");
        page.locator("#cancel-reason").press("Enter");
        assertDone(page);
        assertThat(page.locator("#course ~ ol")).containsText("Die Familie ist umgezogen.");
        assertThat(deed).hasCount(0);
        assertAccessible(page, "appointment-cancelled", width, colours);
        Assertions.assertThat(complaints).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "390, 844, DARK"})
    void aRequestIsCancelled(int width, int height, ColorScheme colours) {
        var page = chromium().open(width, height, colours);
        var complaints = complaints(page);
        signIn(page, Role.COORDINATOR, "de");
        added(page, "Jugendamt am Elm");
        asksInWriting(page.url().replaceAll(".*/([0-9a-f-]{36}).*", "$1"));
        page.navigate(at("/dashboard/requests"));
        page.locator("#found tbody tr", new Page.LocatorOptions().setHasText("Jugendamt am Elm"))
                .first()
                .locator("a")
                .first()
                .click();
        page.locator("form[action$='/cancellation'] button").click();
        assertThat(page.locator("#cancel-reason-problem")).isVisible();
        page.locator("#cancel-reason").fill("Hat sich erledigt.");
        page.locator("#cancel-reason").press("Enter");
        assertDone(page);
        assertThat(page.locator("#cancel-reason")).hasCount(0);
        assertAccessible(page, "request-cancelled", width, colours);
        Assertions.assertThat(complaints).isEmpty();
        page.context().close();
    }

    private void asksInWriting(String organisation) {
        Answer.to(browser()
                        .post()
                        .uri("/api/v1/requests")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + HotlineIT.API_KEY)
                        .bodyValue(Map.of("organisationId", organisation, "language", "ha")))
                .hasStatus(201);
    }

    /** A new organisation, on whose page she stands then. */
    private static void added(Page page, String name) {
        page.navigate(at("/dashboard/organisations/new"));
        page.locator("#name").fill(name);
        page.locator("#kind").selectOption("authority");
        page.locator("#numbers").fill(Numbers.landline());
        page.locator("#reason").fill("neu im Landkreis");
        page.locator("#reason").press("Enter");
        assertDone(page);
        assertThat(page.locator("h1")).hasText(name);
    }

    private static void unfold(Page page, String field) {
        page.locator("details", new Page.LocatorOptions().setHas(page.locator("#" + field)))
                .locator("summary")
                .click();
    }

    /** Something is shown this once; then back. */
    private static void assertHandedOver(Page page) {
        assertThat(page.locator("#secret")).isVisible();
        back(page).click();
        assertThat(page.locator("#facts")).isVisible();
    }

    private static Locator back(Page page) {
        return page.locator(".back a");
    }

    private static void assertDone(Page page) {
        assertThat(page.locator(".notice")).isVisible();
    }
}
