package de.dolmetscherhotline.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.evaluation.FewCalls;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffIT;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** Pages about figures show what the services say of the district, and nothing of another. */
class FiguresPagesIT extends StaffIT {

    private static final String MAY = "from=2025-05-01&to=2025-05-31";

    /** A Monday, 10:00 in Berlin. */
    private static final Instant MONDAY = Instant.parse("2025-05-05T08:00:00Z");

    private static final Pattern TILE = Pattern.compile(
            "<div id=\"figure-([a-z0-9_]+)\">.*?class=\"value\">([^<]*)<.*?class=\"before\">davor ([^<]*)<",
            Pattern.DOTALL);

    private static final Pattern SQUARE =
            Pattern.compile("<td class=\"(level-[0-4](?: gap)?)\">(?:<b>(\\d+)</b><span>(\\d+)</span>)?</td>");

    private UUID amina = new UUID(0, 0);

    @BeforeEach
    void callsInMayAndOneInApril() {
        amina = member(itsDistrict(), "Amina Haddad");
        var calls = new FewCalls(database(), itsDistrict(), practice(itsDistrict()), amina);
        for (int i = 0; i < 6; i++) {
            calls.talk(MONDAY.plusSeconds(i * 600L), "ar", 10 + i * 10);
        }
        calls.unserved(MONDAY.plusSeconds(7200), "ti", "no_coverage", null);
        calls.unserved(MONDAY.plusSeconds(7300), "ar", "nobody_answered", "no_answer");
        calls.attempt(MONDAY.plusSeconds(7400));
        calls.talk(MONDAY.minus(Duration.ofDays(20)), "ar", 25);
    }

    @Test
    void theOverviewShowsWhatTheServiceSays() {
        var page = look("/dashboard/evaluation?" + MAY);
        var api = get("/api/v1/evaluation?districtId=" + itsDistrict() + "&" + MAY);
        var shown = new LinkedHashMap<String, List<String>>();
        TILE.matcher(page.body())
                .results()
                .forEach(tile -> shown.put(tile.group(1), List.of(tile.group(2), tile.group(3))));
        List<Map<String, Object>> figures = figures(api);
        assertThat(shown).hasSameSizeAs(figures);
        assertThat(figures)
                .allSatisfy(figure -> assertThat(shown)
                        .containsEntry(
                                (String) figure.get("figure"),
                                List.of(german(figure.get("value")), german(figure.get("before")))));
        assertThat(page.body()).contains("01.05.2025 bis 31.05.2025", "01.04.2025 bis 30.04.2025");
        assertThat(row(page, "niemand bereit")).containsExactly("1", "0");
        assertThat(row(page, "verbunden")).containsExactly("6", "1");
        assertThat(row(page, "Verbunden in 30 s (%)")).first().isEqualTo("42,9");
        assertThat(row(page, "am Telefon gewartet")).containsExactly("6", "30", "50", "60");
        assertThat(row(page, "zurückgerufen")).containsExactly("0", "–", "–", "–");
        assertThat(trail()).doesNotContain("viewed");
    }

    @Test
    void languagesAreShownWithTheirCoverage() {
        put(
                        "/api/v1/interpreters/" + amina + "/plan",
                        Body.of("shifts", List.of(Map.of("day", "monday", "starts", "10:00", "ends", "12:00"))))
                .hasStatus(200);
        var page = look("/dashboard/evaluation/languages?days=monday&" + MAY);
        assertThat(row(page, "Arabisch")).containsExactly("7", "0");
        assertThat(row(page, "Tigrinya")).containsExactly("0", "1");
        var squares = SQUARE.matcher(page.body()).results().toList();
        assertThat(squares).hasSize(48);
        assertThat(squares.get(10).group(1)).isEqualTo("level-4");
        assertThat(squares.get(10).group(2)).isEqualTo("6");
        assertThat(squares.get(10).group(3)).isEqualTo("1");
        assertThat(squares.get(24 + 12).group(1)).isEqualTo("level-1 gap");
        assertThat(look("/dashboard/evaluation/languages?days=tuesday&" + MAY).body())
                .doesNotContain("class=\"heat\"");
    }

    @Test
    void demandIsShownByCallerAndByTime() {
        var page = look("/dashboard/evaluation/demand?" + MAY);
        assertThat(row(page, "Arztpraxis")).startsWith("8", "1", "6", "12");
        assertThat(row(page, "Helmstedt")).startsWith("8", "1");
        assertThat(row(page, "10 Uhr")).startsWith("6", "1", "6");
        assertThat(row(page, "3 Uhr")).startsWith("0", "0", "0");
        assertThat(row(page, "Montag")).startsWith("8", "0");
        assertThat(row(page, "Dienstag")).startsWith("0", "1");
    }

    @Test
    void theLoadOfVolunteersIsShownAndRecorded() {
        member(itsDistrict(), "Zeynep Kaya");
        var page = look("/dashboard/evaluation/volunteers?" + MAY);
        assertThat(row(page, "angenommen")).containsExactly("6", "1");
        assertThat(row(page, "nicht abgehoben")).containsExactly("1", "0");
        assertThat(row(page, "Amina Haddad")).containsExactly("6", "12", "7", "6");
        assertThat(page.body())
                .contains("/dashboard/hours/" + amina + "?from=2025-05-01&amp;to=2025-05-31", ">0,5<", ">100<")
                .doesNotContain("Zeynep");
        assertThat(trail()).contains("viewed");
    }

    @Test
    void theReportIsShownAsItIsPublished() throws IOException {
        var browser = signedIn(Role.VIEWER);
        var page = browser.opens("/dashboard/report?" + MAY).hasStatus(200);
        assertThat(row(page, "Insgesamt")).containsExactly("8", "•", "•");
        assertThat(page.body())
                .contains("id=\"hidden\"", "sind nicht veröffentlicht")
                .doesNotContain("Amina", "id=\"write\"");
        var csv = browser.opens("/dashboard/report/export?format=csv&" + MAY).hasStatus(200);
        assertThat(csv.headers().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .contains("bericht-2025-05-01-2025-05-31.csv");
        assertThat(csv.body()).contains("Insgesamt;8;•;•");
        assertThat(browser.opens("/dashboard/report/export?format=xlsx&" + MAY)
                        .hasStatus(200)
                        .bytes())
                .hasSizeGreaterThan(2_000);
        var pdf = browser.opens("/dashboard/report/export?format=pdf&" + MAY).hasStatus(200);
        try (var document = Loader.loadPDF(pdf.bytes())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Bericht für", "Anrufe nach Gemeinde");
        }
        assertThat(trail().stream().filter("exported"::equals)).hasSize(3);
    }

    @Test
    void coordinatorsWriteTheTextsOfAReport() {
        var browser = signedIn(Role.COORDINATOR);
        browser.opens("/dashboard/report/texts?" + MAY).hasStatus(200);
        var sent = browser.sends(
                "/dashboard/report/texts",
                "introduction",
                "Seit Mai gibt es <uns>.\r\n\r\nWir helfen.",
                "conclusion",
                "Es fehlt Tigrinya.");
        sent.hasStatus(303).hasHeader("Location", "/dashboard/report?" + MAY + "&done=texts");
        assertThat(browser.opens("/dashboard/report?" + MAY + "&done=texts")
                        .hasStatus(200)
                        .body())
                .contains("Seit Mai gibt es &lt;uns&gt;.</p>", ">Wir helfen.</p>", "Es fehlt Tigrinya.")
                .contains("Die Texte sind gespeichert.", "id=\"write\"");
        assertThat(browser.opens("/dashboard/report/texts?" + MAY).body()).contains("Seit Mai gibt es &lt;uns&gt;.");
        assertThat(trail()).contains("changed");
    }

    @Test
    void nobodyOverwritesTextsThatSheHasNotSeen() {
        var one = signedIn(Role.COORDINATOR);
        var other = signedIn(Role.COORDINATOR);
        one.opens("/dashboard/report/texts?" + MAY).hasStatus(200);
        other.opens("/dashboard/report/texts?" + MAY).hasStatus(200);
        for (int clicks = 0; clicks < 2; clicks++) {
            one.sends("/dashboard/report/texts", "introduction", "Von der einen.", "conclusion", "")
                    .hasStatus(303);
        }
        var refused = other.sends(
                        "/dashboard/report/texts",
                        "introduction",
                        "Von der anderen.",
                        "conclusion",
                        "Es fehlt Tigrinya.")
                .hasStatus(409);
        assertThat(refused.body())
                .contains("Jemand anderes hat diese Texte inzwischen geändert")
                .contains(">Von der anderen.</textarea>", ">Es fehlt Tigrinya.</textarea>");
        assertThat(one.opens("/dashboard/report?" + MAY).body())
                .contains("Von der einen.")
                .doesNotContain("Von der anderen.");
        other.sends("/dashboard/report/texts", "introduction", "Von beiden.", "conclusion", "Es fehlt Tigrinya.")
                .hasStatus(303);
        assertThat(one.opens("/dashboard/report?" + MAY).body())
                .contains("Von beiden.", "Es fehlt Tigrinya.")
                .doesNotContain("Von der einen.");
    }

    @Test
    void textsThatAreTooLongAreNotLost() {
        var browser = signedIn(Role.COORDINATOR);
        browser.opens("/dashboard/report/texts?" + MAY);
        var refused = browser.sends(
                        "/dashboard/report/texts",
                        "introduction",
                        "a".repeat(8_001),
                        "conclusion",
                        "Es fehlt Tigrinya.")
                .hasStatus(422);
        assertThat(refused.body())
                .contains("id=\"introduction-problem\"", "a".repeat(8_001), "Es fehlt Tigrinya.")
                .doesNotContain("id=\"conclusion-problem\"");
        assertThat(trail()).doesNotContain("changed");
    }

    @Test
    void viewersDoNotWrite() {
        var browser = signedIn(Role.VIEWER);
        browser.opens("/dashboard/report?" + MAY);
        assertThat(browser.opens("/dashboard/report/texts?" + MAY).status()).isEqualTo(403);
        assertThat(browser.sends("/dashboard/report/texts", "introduction", "Ich", "from", "2025-05-01")
                        .status())
                .isEqualTo(403);
        assertThat(get("/api/v1/evaluation/report?districtId=" + itsDistrict() + "&" + MAY)
                        .value("introduction"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    @Test
    void hoursAreShownOfAllAndOfOne() throws IOException {
        var browser = signedIn(Role.VIEWER);
        var all = browser.opens("/dashboard/hours?" + MAY).hasStatus(200);
        assertThat(row(all, "Amina Haddad")).containsExactly("6", "12", "0", "0", "12", "0:12");
        assertThat(row(all, "Insgesamt")).containsExactly("6", "12", "0", "0", "12", "0:12");
        var one = browser.opens("/dashboard/hours/" + amina + "?" + MAY).hasStatus(200);
        assertThat(row(one, "05.05.2025")).containsExactly("6", "12", "0", "0", "12", "0:12");
        assertThat(one.body()).doesNotContain("Praxis", "Helmstedt");
        assertThat(browser.opens("/dashboard/hours/" + amina + "?from=2025-06-01&to=2025-06-30")
                        .hasStatus(200)
                        .body())
                .contains("Amina Haddad", "keine Einsätze");
        for (var path : List.of("/dashboard/hours/export", "/dashboard/hours/" + amina + "/export")) {
            assertThat(browser.opens(path + "?format=csv&" + MAY).hasStatus(200).body())
                    .contains("Amina Haddad;05.05.2025;6;12;0;0;12");
            assertThat(browser.opens(path + "?format=xlsx&" + MAY)
                            .hasStatus(200)
                            .bytes())
                    .hasSizeGreaterThan(2_000);
            try (var document = Loader.loadPDF(
                    browser.opens(path + "?format=pdf&" + MAY).hasStatus(200).bytes())) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains("Amina Haddad", "05.05.2025", "Unterschrift")
                        .doesNotContain("Praxis");
            }
        }
        assertThat(trail()).contains("viewed", "exported");
    }

    @Test
    void nothingOfAnotherDistrictIsShown() {
        var other = district();
        var leila = member(other, "Leila Fremd");
        new FewCalls(database(), other, practice(other), leila).talk(MONDAY, "ar", 10);
        var browser = signedIn(Role.ADMINISTRATOR);
        browser.opens("/dashboard/hours/" + leila + "?" + MAY).hasStatus(404);
        browser.opens("/dashboard/hours/" + leila + "/export?format=csv&" + MAY).hasStatus(404);
        assertThat(browser.opens("/dashboard/hours?" + MAY).body()).doesNotContain("Leila");
        assertThat(browser.opens("/dashboard/evaluation/volunteers?" + MAY).body())
                .doesNotContain("Leila");
        assertThat(row(browser.opens("/dashboard/evaluation?" + MAY), "verbunden"))
                .first()
                .isEqualTo("6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard/evaluation",
                "/dashboard/evaluation/languages",
                "/dashboard/evaluation/demand",
                "/dashboard/evaluation/volunteers",
                "/dashboard/report",
                "/dashboard/hours"
            })
    void aPeriodThatMakesNoSenseIsSaidSoBesideItsDay(String path) {
        var browser = signedIn(Role.VIEWER);
        assertThat(browser.opens(path + "?from=gestern&to=2025-05-31")
                        .hasStatus(422)
                        .body())
                .contains("id=\"from-problem\"", "value=\"gestern\"", "value=\"2025-05-31\"")
                .doesNotContain("id=\"to-problem\"");
        assertThat(browser.opens(path + "?from=2025-05-31&to=2025-05-01")
                        .hasStatus(422)
                        .body())
                .contains("id=\"to-problem\"");
        assertThat(browser.opens(path).hasStatus(200).body())
                .containsPattern("<a(?=[^>]*aria-current=\"true\")[^>]*id=\"period-");
        isOut(browser().opens(path));
    }

    @Test
    void filesOfPeriodsThatMakeNoSenseAreRefused() {
        var browser = signedIn(Role.VIEWER);
        for (var path : List.of("/dashboard/evaluation", "/dashboard/report", "/dashboard/hours")) {
            assertThat(browser.opens(path + "/export?format=csv&from=gestern&to=heute")
                            .status())
                    .isEqualTo(400);
            assertThat(browser.opens(path + "/export?format=exe&" + MAY).status())
                    .isEqualTo(400);
        }
        assertThat(browser.opens("/dashboard/evaluation/export?format=csv&" + MAY)
                        .hasStatus(200)
                        .body())
                .contains("Anrufe;8;1;");
    }

    private Answer look(String path) {
        return signedIn(Role.VIEWER).opens(path).hasStatus(200);
    }

    private static List<Map<String, Object>> figures(Answer answer) {
        return JsonPath.read(answer.body(), "$.figures");
    }

    private static String german(@Nullable Object number) {
        return number == null
                ? "–"
                : number.toString().replaceFirst("\\.0$", "").replace('.', ',');
    }

    /** The numbers in the first line of a table with this label. */
    private static List<String> row(Answer page, String label) {
        var found = Pattern.compile(
                        "<th scope=\"row\">(?:<a [^>]*>)?" + Pattern.quote(label) + "(?:</a>)?</th>(.*?)</tr>",
                        Pattern.DOTALL)
                .matcher(page.body());
        assertThat(found.find()).as(label + " in " + page.body()).isTrue();
        return Pattern.compile("<td class=\"number\"[^>]*>([^<]*)</td>")
                .matcher(found.group(1))
                .results()
                .map(cell -> cell.group(1))
                .toList();
    }

    private UUID practice(UUID district) {
        return created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        district,
                        "name",
                        "Praxis Dr. Geheim",
                        "kind",
                        "practice",
                        "municipality",
                        "Helmstedt",
                        "phoneNumbers",
                        List.of(),
                        "pin",
                        null));
    }

    private UUID member(UUID district, String name) {
        return created(
                "/api/v1/interpreters",
                Body.of(
                        "districtId",
                        district,
                        "name",
                        name,
                        "phoneNumber",
                        Numbers.mobile(),
                        "gender",
                        "female",
                        "dateOfBirth",
                        "1985-03-01",
                        "municipality",
                        "Lehre",
                        "roles",
                        List.of("volunteer"),
                        "languages",
                        List.of(Map.of("tag", "ar", "level", "native")),
                        "subjects",
                        List.of(),
                        "secrecyDeclaredOn",
                        "2025-01-10",
                        "status",
                        "active"));
    }
}
