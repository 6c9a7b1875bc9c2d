package de.dolmetscherhotline.volunteer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.dolmetscherhotline.volunteer.Screen.button;
import static de.dolmetscherhotline.volunteer.Screen.link;
import static de.dolmetscherhotline.volunteer.Screen.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.BrowserIT;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.time.Clock;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;

/** The volunteer's page in a real browser, on a telephone and on a desk, mostly without JavaScript: it needs none. */
class OwnPageBrowserIT extends BrowserIT {

    private static final List<String> PAGES =
            List.of("", "/plan", "/absences", "/preferences", "/languages", "/sessions", "/data");

    private static int numbers;

    @Autowired
    private Links links;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Clock clock;

    private final Year nextYear = Year.now(ZoneOffset.UTC).plusYears(1);
    private UUID district = new UUID(0, 0);
    private UUID amina = new UUID(0, 0);

    @BeforeEach
    void aMember() {
        district = created(
                "/api/v1/districts", Body.of("name", "Landkreis " + UUID.randomUUID(), "timeZone", "Europe/Berlin"));
        amina = created(
                "/api/v1/interpreters",
                Bodies.interpreter(district)
                        .with("phoneNumber", "+49176040690%02d".formatted(numbers++))
                        .with(
                                "languages",
                                List.of(Map.of("tag", "ar", "level", "native"), Map.of("tag", "fr", "level", "b2"))));
    }

    @Test
    void aWholeVisitOnATelephoneWithoutJavaScript() {
        var page = chromium().openWithoutScripts(390, 844);
        page.navigate(newLink());
        assertThat(page).hasURL(at("/volunteer"));
        assertThat(page.getByRole(AriaRole.HEADING, named("Guten Tag, Amina Haddad")))
                .isVisible();

        button(page, "Jetzt erreichbar sein").click();
        assertThat(page.locator(".sentence")).hasText("Sie sind erreichbar, bis Sie etwas anderes sagen.");
        picture(page, "volunteer-on", 390);
        page.getByText("Nur für eine bestimmte Zeit").click();
        page.locator("#off-until").fill("23:59");
        button(page, "Nicht erreichbar bis dahin").click();
        assertThat(page.locator(".sentence")).containsText("Sie sind nicht erreichbar bis");
        page.getByText("Nur für eine bestimmte Zeit").click();
        picture(page, "volunteer-off", 390);

        link(page, "Meine Woche").click();
        page.getByLabel("Montag, 1. Zeit: von").fill("18:00");
        button(page, "Speichern").last().click();
        assertThat(page.locator(".alarm").first()).containsText("markierten Felder");
        assertThat(page.getByLabel("Montag, 1. Zeit: von")).hasValue("18:00");
        assertThat(page.getByLabel("Montag, 1. Zeit: bis")).hasAttribute("aria-invalid", "true");
        picture(page, "volunteer-week-wrong", 390);
        page.getByLabel("Montag, 1. Zeit: bis").fill("22:00");
        button(page, "Auch von Dienstag bis Freitag").click();
        assertThat(page.getByLabel("Freitag, 1. Zeit: bis")).hasValue("22:00");
        page.getByLabel("Freitag, 1. Zeit: bis").press("Enter");
        assertThat(page.locator(".notice")).hasText("Ihre Woche ist gespeichert.");
        picture(page, "volunteer-week", 390);

        link(page, "Übersicht").click();
        link(page, "Urlaub").click();
        page.getByLabel("Erster Tag").fill(nextYear + "-07-01");
        page.getByLabel("Letzter Tag").fill(nextYear + "-07-14");
        button(page, "Eintragen").click();
        assertThat(page.locator(".entries")).containsText("1. Juli " + nextYear + " bis ");
        picture(page, "volunteer-holidays", 390);

        link(page, "Übersicht").click();
        link(page, "Meine Sprachen").click();
        page.getByLabel("Sprache", new Page.GetByLabelOptions().setExact(true)).selectOption("uk");
        page.getByLabel("Ein Satz dazu").fill("Aus der Schule");
        button(page, "Vorschlagen").click();
        assertThat(page.locator("#level")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel("Ein Satz dazu")).hasValue("Aus der Schule");
        picture(page, "volunteer-language-wrong", 390);
        page.getByLabel("Wie gut").selectOption("b1");
        button(page, "Vorschlagen").click();
        assertThat(page.locator(".notice")).hasText("Ihr Vorschlag ist bei der Koordination.");
        picture(page, "volunteer-languages", 390);

        page.navigate(at("/volunteer"));
        button(page, "Link ungültig machen").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Der Link ist jetzt ungültig")))
                .isVisible();
        page.goBack();
        page.reload();
        assertThat(page.getByRole(AriaRole.HEADING, named("Dieser Link gilt nicht mehr")))
                .isVisible();
        picture(page, "volunteer-closed", 390);
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT, de", "390, 844, DARK, de", "320, 640, LIGHT, en"})
    void everyPageIsAccessibleAndFits(int width, int height, ColorScheme colours, String language) {
        var page = chromium().open(width, height, colours);
        page.navigate(newLink());
        page.navigate(at("/volunteer?lang=" + language));
        for (var path : PAGES) {
            page.navigate(at("/volunteer" + path));
            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertAccessible(page, "volunteer-" + (path.isEmpty() ? "overview" : path.substring(1)), width, colours);
        }
        page.context().close();
    }

    @Test
    void everythingIsReachedByKeyboard() {
        var page = chromium().openWithoutScripts(1280, 900);
        page.navigate(newLink());
        page.getByText("Nur für eine bestimmte Zeit").focus();
        page.keyboard().press("Enter");
        page.locator("#on-until").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".sentence")).containsText("Sie sind erreichbar, bis Sie etwas anderes sagen.");
        link(page, "Anrufe und SMS").focus();
        page.keyboard().press("Enter");
        page.getByLabel("Anrufe in Notfällen").focus();
        page.keyboard().press("Space");
        page.locator("#callsPerDay").focus();
        page.keyboard().type("2");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice")).hasText("Gespeichert.");
        assertThat(page.getByLabel("Anrufe in Notfällen")).isChecked();
        page.context().close();
    }

    @Test
    void mistakesAndConflictsAreAccessibleToo() {
        var page = chromium().open(320, 640, ColorScheme.LIGHT);
        page.navigate(newLink());
        page.getByText("Nur für eine bestimmte Zeit").click();
        assertAccessible(page, "volunteer-timed", 320, ColorScheme.LIGHT);
        page.locator("#on-until").evaluate("field => { field.type = 'text'; field.value = 'abends'; }");
        button(page, "Erreichbar bis dahin").click();
        assertThat(page.locator("#on-until-problem")).isVisible();
        assertThat(page.locator("#on-until")).hasValue("abends");
        assertAccessible(page, "volunteer-now-wrong", 320, ColorScheme.LIGHT);

        page.navigate(at("/volunteer/absences"));
        page.getByLabel("Letzter Tag").fill("2020-01-01");
        button(page, "Eintragen").click();
        assertThat(page.locator("#first-problem")).isVisible();
        assertAccessible(page, "volunteer-holiday-wrong", 320, ColorScheme.LIGHT);

        page.navigate(at("/volunteer/preferences"));
        page.getByLabel("von", new Page.GetByLabelOptions().setExact(true)).fill("22:00");
        var elsewhere = page.context().newPage();
        elsewhere.navigate(at("/volunteer/preferences"));
        elsewhere.getByLabel("Anfragen per SMS").check();
        button(elsewhere, "Speichern").click();
        button(page, "Speichern").click();
        assertThat(page.locator("#quietTo-problem")).isVisible();
        assertAccessible(page, "volunteer-preferences-wrong", 320, ColorScheme.LIGHT);
        page.getByLabel("bis", new Page.GetByLabelOptions().setExact(true)).fill("07:00");
        button(page, "Speichern").click();
        assertThat(page.locator(".alarm")).containsText("inzwischen");
        assertAccessible(page, "volunteer-preferences-conflict", 320, ColorScheme.LIGHT);
        button(page, "Speichern").click();
        assertThat(page.locator(".notice")).hasText("Gespeichert.");
        page.context().close();
    }

    @Test
    void pagesWithMuchToShowAreAccessibleToo() {
        var began = clock.instant().minus(Duration.ofDays(40));
        for (int i = 0; i < 8; i++) {
            new Talk(amina, district, null, began.plus(Duration.ofDays(4L * i)), 400L * (i + 1)).storeIn(database);
        }
        var page = chromium().open(320, 640, ColorScheme.DARK);
        page.navigate(newLink());
        button(page, "Jetzt erreichbar sein").click();
        assertAccessible(page, "volunteer-switched-on", 320, ColorScheme.DARK);

        page.navigate(at("/volunteer/absences"));
        page.getByLabel("Erster Tag").fill(nextYear + "-07-01");
        page.getByLabel("Letzter Tag").fill(nextYear + "-07-14");
        button(page, "Eintragen").click();
        assertAccessible(page, "volunteer-holidays", 320, ColorScheme.DARK);

        page.navigate(at("/volunteer/languages"));
        page.getByLabel("Sprache", new Page.GetByLabelOptions().setExact(true)).selectOption("uk");
        page.getByLabel("Wie gut").selectOption("b1");
        button(page, "Vorschlagen").click();
        assertThat(page.locator(".mark.open")).isVisible();
        assertAccessible(page, "volunteer-proposed", 320, ColorScheme.DARK);

        page.navigate(at("/volunteer/sessions"));
        assertThat(page.locator("table").first()).isVisible();
        assertAccessible(page, "volunteer-many-sessions", 320, ColorScheme.DARK);
        page.setViewportSize(1280, 900);
        assertAccessible(page, "volunteer-many-sessions", 1280, ColorScheme.DARK);
        page.context().close();
    }

    @Test
    void theAddressOfTheLinkIsForgottenByTheBrowser() {
        var page = chromium().open(390, 844, ColorScheme.LIGHT);
        var link = newLink();
        page.navigate(link);
        assertThat((String) page.evaluate("document.referrer + location.href + document.cookie"))
                .doesNotContain(link.substring(link.length() - 43))
                .doesNotContain("visit");
        page.context().close();
    }

    private String newLink() {
        return Objects.requireNonNull(links.newLink(new InterpreterId(amina)).block())
                .toString();
    }

    private UUID created(String collection, Body body) {
        return UUID.fromString(Answer.to(browser()
                        .post()
                        .uri(collection)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + HotlineIT.API_KEY)
                        .bodyValue(body.fields()))
                .hasStatus(201)
                .text("id"));
    }
}
