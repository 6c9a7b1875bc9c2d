package de.dolmetscherhotline.dashboard.organisation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.BrowserIT;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

/** The lists of requests and appointments are narrowed and saved, in a real browser on a telephone and on a desk. */
class ListsBrowserIT extends BrowserIT {

    private static final String NAME = "Klinik am Lappwald";

    @ParameterizedTest
    @CsvSource({
        "1280, 900, LIGHT, requests",
        "390, 844, DARK, requests",
        "1280, 900, DARK, appointments",
        "390, 844, LIGHT, appointments"
    })
    void aListIsNarrowedToDaysAndSaved(int width, int height, ColorScheme colours, String list) throws IOException {
        var organisation = organisationWithDemand();
        var page = chromium().open(width, height, colours);
        signIn(page);
        page.navigate(at("/dashboard/" + list));
        var rows = page.locator("#found tbody tr");

        page.locator("#organisation").selectOption(organisation.toString());
        assertThat(rows).hasCount(1);
        page.locator("#from").fill(day(20));
        assertThat(rows).hasCount(0);
        page.locator("#to").fill(day(19));
        assertThat(page.locator("#to-problem")).containsText("vor dem ersten");
        assertThat(page.locator("#from")).hasValue(day(20));
        assertThat(page.locator("#lost")).isHidden();
        assertAccessible(page, "dashboard-" + list + "-days-backwards", width, colours);
        page.locator("#from").fill(day(-2));
        assertThat(rows).hasCount(1);
        assertThat(page.locator("#to-problem")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile(".*from=" + day(-2) + "&to=" + day(19) + ".*"));
        assertAccessible(page, "dashboard-" + list + "-narrowed", width, colours);
        page.reload();
        assertThat(rows).hasCount(1);

        Assertions.assertThat(saved(page)).hasSize(2).last().asString().contains(NAME);
        page.context().close();
    }

    /** The lines of the file of what is shown. */
    private static List<String> saved(Page page) throws IOException {
        var download =
                page.waitForDownload(() -> page.locator(".files a").last().click());
        Assertions.assertThat(download.suggestedFilename()).endsWith(".csv");
        return Files.readString(download.path(), UTF_8).lines().toList();
    }

    private void signIn(Page page) {
        page.navigate(at("/dashboard/sign-in?lang=de"));
        page.locator("#mail").fill(admitted(Role.VIEWER));
        page.locator("#password").fill(STAFF_PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(at("/dashboard"));
    }

    private static String day(int fromNow) {
        return LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(fromNow).toString();
    }

    /** One beside those of the demonstration, that has asked for somebody now, and for an appointment in ten days. */
    private UUID organisationWithDemand() {
        var id = UUID.fromString(made(
                        "/api/v1/organisations",
                        Map.of(
                                "districtId",
                                api("/api/v1/organisations?size=1").text("[0].districtId"),
                                "name",
                                NAME,
                                "kind",
                                "hospital",
                                "municipality",
                                "Helmstedt",
                                "phoneNumbers",
                                List.of(Numbers.landline())))
                .text("id"));
        made("/api/v1/requests", Map.of("organisationId", id, "language", "ha"));
        made(
                "/api/v1/appointments",
                Map.of(
                        "organisationId",
                        id,
                        "kind",
                        "on_site",
                        "date",
                        day(10),
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
