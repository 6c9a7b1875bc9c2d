package de.dolmetscherhotline.dashboard.organisation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.BrowserIT;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;

/** Organisations, what they need, and texts to many, in a real browser on a telephone and on a desk. */
class OrganisationsBrowserIT extends BrowserIT {

    private static final String ORGANISATIONS = "/dashboard/organisations";

    @Autowired
    private DatabaseClient database;

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT, de", "390, 844, DARK, de"})
    void everyPageIsAccessibleAndFits(int width, int height, ColorScheme colours, String language) {
        var page = chromium().open(width, height, colours);
        var complaints = complaints(page);
        signIn(page, Role.COORDINATOR, language);
        var organisation = organisationWithHistory();

        page.navigate(at(ORGANISATIONS));
        assertThat(page.locator("#found tbody tr").first()).isVisible();
        assertAccessible(page, "dashboard-organisations", width, colours);

        page.navigate(at(ORGANISATIONS + "/new"));
        page.locator("#numbers").fill("110");
        page.locator("main form button").last().click();
        assertThat(page.locator("#numbers-problem")).isVisible();
        assertAccessible(page, "dashboard-organisation-form", width, colours);

        page.navigate(at(ORGANISATIONS + "/" + organisation));
        page.locator("summary").first().click();
        page.locator("#member-name").fill("Dr. Jana Krüger-Hohenstein von der Ostsee");
        page.locator("#member-name").press("Enter");
        assertThat(page.locator("#member-mail-problem")).isVisible();
        assertAccessible(page, "dashboard-organisation", width, colours);
        page.locator("#pin-reason").fill("verloren");
        page.locator("#pin-reason").press("Enter");
        assertThat(page.locator("#secret")).isVisible();
        assertAccessible(page, "dashboard-organisation-secret", width, colours);
        page.navigate(at(ORGANISATIONS + "/" + organisation + "/speed-dial"));
        assertThat(page.locator(".sheet")).isVisible();
        assertAccessible(page, "dashboard-organisation-speed-dial", width, colours);
        page.navigate(at(ORGANISATIONS + "/" + organisation + "/calls"));
        assertAccessible(page, "dashboard-organisation-calls", width, colours);

        page.navigate(at("/dashboard/unmet-demand"));
        assertThat(page.locator(".needs li").first()).isVisible();
        assertAccessible(page, "dashboard-unmet-demand", width, colours);
        page.locator(".settle input[name=note]").first().fill("zurückgerufen und vermittelt");
        page.locator(".settle button").first().click();
        assertThat(page.locator(".notice")).isVisible();
        page.navigate(at("/dashboard/unmet-demand?show=settled"));
        assertThat(page.locator(".needs li").first()).containsText("zurückgerufen und vermittelt");
        page.navigate(at("/dashboard/unmet-demand/recruiting"));
        assertThat(page.locator(".gaps tbody tr").first()).isVisible();
        assertAccessible(page, "dashboard-recruiting", width, colours);

        page.navigate(at("/dashboard/requests"));
        assertAccessible(page, "dashboard-requests", width, colours);
        page.locator("#found tbody a").first().click();
        assertThat(page.locator("#course")).isVisible();
        assertAccessible(page, "dashboard-request", width, colours);
        page.navigate(at("/dashboard/appointments/new"));
        assertAccessible(page, "dashboard-new-appointment-for", width, colours);
        page.locator("#organisation").selectOption(organisation.toString());
        page.locator("#organisation").press("Tab");
        page.locator("main form button").last().press("Enter");
        assertThat(page.locator("#kind-on_site")).isChecked();
        page.locator("main form button").last().click();
        assertThat(page.locator("#date-problem")).isVisible();
        assertAccessible(page, "dashboard-new-appointment", width, colours);
        page.navigate(at("/dashboard/appointments"));
        assertAccessible(page, "dashboard-appointments", width, colours);
        page.locator("#found tbody a").first().click();
        page.locator(".deeds summary").last().click();
        page.locator("#cancel-reason").press("Enter");
        assertThat(page.locator("#cancel-reason-problem")).isVisible();
        assertAccessible(page, "dashboard-appointment", width, colours);

        page.navigate(at("/dashboard/texts/new?language=ar&status=active"));
        page.locator("main form button").last().click();
        assertThat(page.locator("#body-problem")).isVisible();
        assertAccessible(page, "dashboard-text-form", width, colours);
        page.locator("#body").fill("Am 3. Dezember um 18 Uhr treffen wir uns im Rathaus. Kommen Sie?");
        page.locator("main form button").last().click();
        assertThat(page.locator("#count")).isVisible();
        page.locator("summary").first().click();
        assertAccessible(page, "dashboard-text-preview", width, colours);
        page.locator("#reason").fill("Einladung zum Treffen");
        page.locator("#reason").press("Enter");
        assertThat(page.locator("#results")).isVisible();
        assertAccessible(page, "dashboard-text", width, colours);
        page.navigate(at("/dashboard/texts"));
        assertAccessible(page, "dashboard-texts", width, colours);
        Assertions.assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void theListIsNarrowedDownWhileOneTypesAndByKeyboardAlone() {
        organisationWithHistory();
        var page = chromium().open(1280, 900, ColorScheme.LIGHT);
        signIn(page, Role.COORDINATOR, "de");
        page.navigate(at(ORGANISATIONS));
        int all = page.locator("#found tbody tr").count();
        page.locator("#name").focus();
        page.keyboard().type("nirgendwo");
        assertThat(page.locator("#found tbody tr")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile(".*name=nirgendwo.*"));
        page.locator("#name").fill("");
        assertThat(page.locator("#found tbody tr")).hasCount(all);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/organisations", "/dashboard/requests", "/dashboard/appointments"})
    void aListThatCannotBeFetchedAnewSaysSo(String path) {
        var page = chromium().open(1280, 900, ColorScheme.LIGHT);
        signIn(page, Role.COORDINATOR, "de");
        page.navigate(at(path));
        var choice = page.locator("form.search select").first();
        var lost = page.locator("#lost");
        assertThat(lost).isHidden();
        var again = at(path) + "?*";
        page.route(again, route -> route.abort());
        choice.selectOption(new SelectOption().setIndex(1));
        assertThat(lost).containsText("Die Liste ist veraltet");
        assertAccessible(page, path.substring(1).replace('/', '-') + "-lost", 1280, ColorScheme.LIGHT);
        page.unroute(again);
        choice.selectOption(new SelectOption().setIndex(0));
        assertThat(lost).isHidden();
        page.route(again, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        choice.selectOption(new SelectOption().setIndex(1));
        assertThat(lost).isVisible();
        page.unroute(again);
        page.context().clearCookies();
        choice.selectOption(new SelectOption().setIndex(0));
        assertThat(page.locator("#password")).isVisible();
        page.context().close();
    }

    /** One beside those of the demonstration, that has asked for somebody in every way. */
    private UUID organisationWithHistory() {
        var district = api("/api/v1/organisations?size=1").text("[0].districtId");
        var id = UUID.fromString(made(
                        "/api/v1/organisations",
                        Map.of(
                                "districtId",
                                district,
                                "name",
                                "Klinikum am Elm",
                                "kind",
                                "hospital",
                                "municipality",
                                "Königslutter am Elm",
                                "phoneNumbers",
                                List.of(Numbers.landline()),
                                "favouriteLanguages",
                                List.of("ar", "ti"),
                                "contacts",
                                List.of(Map.of("name", "Petra Lindner", "role", "Pflegedienstleitung"))))
                .text("id"));
        database.sql("""
                        insert into call (id, district_id, organisation_id, state_name, state, dialled_at, ended_at, origin,
                                          emergency, language, outcome)
                        values (:id, :district, :organisation, 'Ended', '{}', now() - interval '3 days',
                                now() - interval '3 days' + interval '1 minute', 'phone', true, 'ti', 'no_coverage')
                        """)
                .bind("id", UUID.randomUUID())
                .bind("district", UUID.fromString(district))
                .bind("organisation", id)
                .then()
                .block();
        made("/api/v1/requests", Map.of("organisationId", id, "language", "ha"));
        made(
                "/api/v1/appointments",
                Map.of(
                        "organisationId",
                        id,
                        "kind",
                        "on_site",
                        "date",
                        LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(10).toString(),
                        "time",
                        "14:00",
                        "minutes",
                        60,
                        "municipality",
                        "Helmstedt",
                        "address",
                        "Südertor 6",
                        "language",
                        "vi"));
        return id;
    }

    private Answer made(String collection, Map<String, Object> fields) {
        return Answer.to(browser()
                        .post()
                        .uri(collection)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + HotlineIT.API_KEY)
                        .bodyValue(fields))
                .hasStatus(201);
    }
}
