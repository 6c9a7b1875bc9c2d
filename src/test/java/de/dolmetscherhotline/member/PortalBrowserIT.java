package de.dolmetscherhotline.member;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.BrowserIT;
import de.dolmetscherhotline.testsupport.Camera;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

/** The portal in a real browser, on a telephone and on a desk, mostly without JavaScript: it needs none. */
class PortalBrowserIT extends BrowserIT {

    private static final String PASSWORD = "vier Worte und ein Fisch";
    private static final List<String> PAGES =
            List.of("", "/organisation", "/organisation/pin", "/organisation/speed-dial", "/members", "/account");

    private static int numbers;

    @Test
    void aWholeVisitOnATelephoneWithoutJavaScript() {
        var practice = practice();
        var page = chromium().openWithoutScripts(390, 844);
        page.navigate(at("/portal/organisation"));
        link(page, "Ich habe einen Code").click();
        page.getByLabel("Code", exactly()).fill(invitation(practice, "Petra Lindner"));
        page.getByLabel("Neues Passwort").fill("zu kurz");
        button(page, "Festlegen und anmelden").click();
        assertThat(page.locator("#password-problem")).containsText("zu kurz");
        assertThat(page.getByRole(AriaRole.HEADING, named("Willkommen, Petra Lindner")))
                .isVisible();
        picture(page, "portal-password-wrong", 390);
        page.getByLabel("Neues Passwort").fill(PASSWORD);
        button(page, "Festlegen und anmelden").click();
        assertThat(page).hasURL(at("/portal"));

        link(page, "Einrichtung").first().click();
        page.getByLabel("Somali", exactly()).check();
        button(page, "Speichern").click();
        assertThat(page.locator(".notice")).hasText("Gespeichert.");
        assertThat(page.getByLabel("Somali", exactly())).isChecked();
        picture(page, "portal-organisation", 390);
        link(page, "Neue PIN").click();
        button(page, "Neue PIN erzeugen").click();
        assertThat(page.locator("#new-pin")).hasText(Pattern.compile("\\d{6}"));

        link(page, "Zugänge").first().click();
        page.getByLabel("Name", exactly()).fill("Olga Winter");
        page.getByLabel("E-Mail-Adresse").fill("olga");
        button(page, "Einladen").click();
        assertThat(page.locator("#mail-problem")).isVisible();
        assertThat(page.getByLabel("Name", exactly())).hasValue("Olga Winter");
        picture(page, "portal-members-wrong", 390);
        page.getByLabel("E-Mail-Adresse").fill("o" + UUID.randomUUID() + "@praxis.example");
        button(page, "Einladen").click();
        assertThat(page.locator("#invitation-code")).isVisible();
        picture(page, "portal-invited", 390);
        link(page, "Zugänge").last().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Olga Winter sperren"))
                .click();
        assertThat(page.locator(".notice")).containsText("Der Zugang ist gesperrt.");
        picture(page, "portal-members", 390);

        link(page, "English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        button(page, "Sign out").click();
        assertThat(page.locator(".notice")).hasText("You are signed out.");
        page.navigate(at("/portal"));
        assertThat(page).hasURL(at("/portal/sign-in"));
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT, de", "390, 844, DARK, de", "320, 640, LIGHT, en"})
    void everyPageIsAccessibleAndFits(int width, int height, ColorScheme colours, String language) {
        var code = invitation(practice(), "Petra Lindner");
        var page = chromium().open(width, height, colours);
        page.navigate(at("/portal/sign-in?to=%2Fportal%2Faccount&lang=" + language));
        assertThat(page.locator("#password")).isVisible();
        assertAccessible(page, "portal-sign-in", width, colours);
        page.locator("main form button").click();
        assertThat(page.locator("#mail-problem")).isVisible();
        assertAccessible(page, "portal-sign-in-incomplete", width, colours);
        page.locator("#mail").fill("nobody@praxis.example");
        page.locator("#password").fill(PASSWORD);
        page.locator("main form button").click();
        assertThat(page.locator("#problem")).isVisible();
        assertAccessible(page, "portal-sign-in-wrong", width, colours);

        page.navigate(at("/portal/invitation/2222-2222-2222-2222"));
        assertThat(page.locator("#code-problem")).isVisible();
        assertAccessible(page, "portal-code-wrong", width, colours);
        page.navigate(at("/portal/invitation/" + code));
        page.locator("#password").fill("kurz");
        page.locator("main form button").click();
        assertThat(page.locator("#password-problem")).isVisible();
        assertAccessible(page, "portal-invitation", width, colours);
        page.locator("#password").fill(PASSWORD);
        page.locator("main form button").click();
        assertThat(page).hasURL(at("/portal"));

        for (var path : PAGES) {
            page.navigate(at("/portal" + path));
            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertAccessible(page, "portal" + (path.isEmpty() ? "-start" : path.replace('/', '-')), width, colours);
        }
        page.navigate(at("/portal/organisation/pin"));
        page.locator("main form button").click();
        assertThat(page.locator("#new-pin")).isVisible();
        assertAccessible(page, "portal-new-pin", width, colours);
        page.navigate(at("/portal/members"));
        page.locator("main form button").last().click();
        assertThat(page.locator("#name-problem")).isVisible();
        assertAccessible(page, "portal-members-wrong", width, colours);
        page.locator("#name").fill("Dr. Olga Winter-Hohenstein von der Ostsee");
        page.locator("#mail").fill("o" + UUID.randomUUID() + "@praxis.example");
        page.locator("main form button").last().click();
        assertThat(page.locator("#invitation-code")).isVisible();
        assertAccessible(page, "portal-invited", width, colours);
        page.navigate(at("/portal/members"));
        assertThat(page.locator(".entries li")).hasCount(2);
        assertAccessible(page, "portal-members-two", width, colours);
        page.context().close();
    }

    @Test
    void theDemonstrationHasAMemberWhoSignsInByKeyboard() {
        var page = chromium().openWithoutScripts(1280, 900);
        page.navigate(at("/portal/account"));
        page.getByLabel("E-Mail-Adresse").focus();
        page.keyboard().type("lindner@praxis.example");
        page.keyboard().press("Tab");
        page.keyboard().type("helmstedt spricht mit");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(at("/portal/account"));
        assertThat(page.locator(".who")).containsText("Petra Lindner");
        assertThat(page.locator(".who")).containsText("Praxis Dr. Lindner");
        page.context().close();
    }

    @Test
    void theCardWithTheNewPinIsReadByACameraAndPrintedWithoutTheFrame() throws IOException {
        var page = chromium().open(1280, 900, ColorScheme.DARK);
        page.navigate(at("/portal/invitation/" + invitation(practice(), "Petra Lindner")));
        page.locator("#password").fill(PASSWORD);
        page.locator("main form button").click();
        page.navigate(at("/portal/organisation/pin"));
        page.locator("main form button").click();
        var pin = page.locator("#new-pin").innerText();
        var tigrinya = page.locator(".codes [data-language=ti]");
        var dialled = "+49"
                + page.locator("#sheet .number")
                        .innerText()
                        .replaceAll("[^0-9]", "")
                        .substring(1);

        Assertions.assertThat(Camera.reads(tigrinya.locator(".without svg").screenshot()))
                .isEqualTo("tel:" + dialled + ",,4,8");
        Assertions.assertThat(Camera.reads(tigrinya.locator(".with svg").screenshot()))
                .startsWith("BEGIN:VCARD\r\n")
                .contains("\r\nFN:Dolmetscher-Hotline Tigrinya\r\n", "\r\nTEL:" + dialled + ",," + pin + "#,4,8#\r\n");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#sheet")).isVisible();
        for (var frame : List.of(".portal", ".top", "h1", "#new-pin", ".back")) {
            assertThat(page.locator(frame)).isHidden();
        }
        page.pdf(new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(Path.of("target", "screenshots", "portal-speed-dial.pdf")));
        page.context().close();
    }

    private UUID practice() {
        var district = created(
                        "/api/v1/districts",
                        Body.of("name", "Landkreis " + UUID.randomUUID(), "timeZone", "Europe/Berlin"))
                .text("id");
        created("/api/v1/lines", Body.of("districtId", district, "number", number(), "languages", List.of("ar", "uk")));
        return UUID.fromString(
                created("/api/v1/organisations", organisation(district)).text("id"));
    }

    private static Body organisation(String district) {
        return Body.of(
                "districtId",
                district,
                "name",
                "Gemeinschaftspraxis für Allgemeinmedizin am Markt",
                "kind",
                "practice",
                "municipality",
                "Schöningen",
                "phoneNumbers",
                List.of(number()),
                "favouriteLanguages",
                List.of("ti", "ar"),
                "costCentre",
                "4711-03",
                "contacts",
                List.of(Body.of(
                                "name",
                                "Petra Lindner",
                                "role",
                                "Praxisleitung",
                                "phone",
                                "+498999998899",
                                "mail",
                                "praxisleitung@gemeinschaftspraxis-am-markt.example")
                        .fields()));
    }

    private static String number() {
        return "+498999998%03d".formatted(900 + numbers++);
    }

    private String invitation(UUID practice, String name) {
        return created(
                        "/api/v1/organisations/" + practice + "/members",
                        Body.of("name", name, "mail", "m" + UUID.randomUUID() + "@praxis.example"))
                .text("invitationCode");
    }

    private Answer created(String collection, Body body) {
        return Answer.to(browser()
                        .post()
                        .uri(collection)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + HotlineIT.API_KEY)
                        .bodyValue(body.fields()))
                .hasStatus(201);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator link(Page page, String words) {
        return page.getByRole(AriaRole.LINK, named(words));
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(AriaRole.BUTTON, named(words).setExact(true));
    }
}
