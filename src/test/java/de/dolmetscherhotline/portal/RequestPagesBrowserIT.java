package de.dolmetscherhotline.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.testsupport.BrowserIT;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An interpreter is asked for in the browser, and the page shows what becomes of it while it happens. */
class RequestPagesBrowserIT extends BrowserIT {

    private static final String REQUESTS = "/portal/requests";
    private static final String SOMEBODY = "Unbekanntes Telefon";
    private static final Pattern ONE_REQUEST = Pattern.compile(".*/portal/requests/[0-9a-f-]{36}(\\?.*)?");

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "390, 844, DARK"})
    void whoeverAsksInTheBrowserIsRungAndSeesEachStep(int width, int height, ColorScheme colours) {
        var page = signedIn(chromium().open(width, height, colours));
        page.navigate(at(REQUESTS + "/new"));
        assertThat(page.locator("#caseReference")).isVisible();
        assertAccessible(page, "request-new", width, colours);
        button(page, "Jemanden suchen").click();
        assertThat(page.locator("#language-problem")).isVisible();
        page.locator("#caseReference").fill("Frau Beispiel");
        button(page, "Jemanden suchen").click();
        assertThat(page.locator("#caseReference")).hasValue("Frau Beispiel");
        assertThat(page.locator("#caseReference-problem")).isVisible();
        assertAccessible(page, "request-wrong", width, colours);

        page.locator("#language").selectOption("ar");
        page.locator("#caseReference").fill("2026-0815");
        button(page, "Jemanden suchen").click();
        assertThat(page).hasURL(ONE_REQUEST);
        assertThat(page.locator("#status")).hasText("Es klingelt");
        assertAccessible(page, "request-ringing", width, colours);

        var telephones = page.context().newPage();
        telephones.navigate(at("/simulator?lang=de"));
        var ringing = telephones.locator("#interpreter-phones .phone.ringing").first();
        var interpreter =
                telephone(telephones, ringing.getByRole(AriaRole.HEADING).innerText());
        accepts(interpreter, "Drücken Sie die 1 zum Annehmen");
        assertThat(page.locator("#status")).hasText("Wir rufen Sie an");
        assertThat(page.locator("#said")).hasText("Wir rufen Sie an");
        var practice = telephone(telephones, "Praxis Dr. Lindner");
        button(practice, "Abnehmen").click();
        key(practice, "1").click();
        assertThat(page.locator("#status")).hasText("Verbunden");
        assertThat(button(page, "Anfrage zurückziehen")).isHidden();
        assertThat(page.locator("#stars")).hasCount(0);
        assertAccessible(page, "request-connected", width, colours);
        bringsSomebodyIn(page, telephone(telephones, SOMEBODY), width, colours);

        button(interpreter, "Auflegen").click();
        assertThat(page.locator("#status")).hasText("Gespräch beendet");
        assertThat(page.locator("#comment")).hasCount(0);
        button(practice, "Auflegen").click();
        assertThat(page.locator("#status")).hasText("Erledigt");
        page.locator("#stars").selectOption("5");
        page.locator("#comment").fill("Sehr ruhig übersetzt.");
        button(page, "Speichern").click();
        assertThat(page.locator(".notice")).containsText("Vielen Dank");
        assertThat(page.locator("#comment")).hasValue("Sehr ruhig übersetzt.");
        assertAccessible(page, "request-done", width, colours);

        page.navigate(at(REQUESTS));
        assertThat(page.locator(".entries li").first()).containsText("2026-0815");
        assertAccessible(page, "requests", width, colours);
        page.context().close();
    }

    private void bringsSomebodyIn(Page page, Locator telephone, int width, ColorScheme colours) {
        page.locator("#number").fill("0900 1234567");
        button(page, "Anrufen").click();
        assertThat(page.locator("#number-problem")).containsText("kostet mehr");
        assertThat(page.locator("#number")).hasValue("0900 1234567");
        assertAccessible(page, "request-guest-refused", width, colours);

        page.locator("#number").fill("030 23125299");
        button(page, "Anrufen").click();
        assertThat(page).hasURL(Pattern.compile(".*#third-parties"));
        var state = page.locator("#guests .mark");
        assertThat(state).hasText("es klingelt");
        assertThat(page.locator("#number")).hasValue("");
        page.locator("#number").fill("030 2312");
        page.locator("#number").focus();
        accepts(telephone, "Drücken Sie die 1");
        assertThat(state).hasText("spricht mit");
        assertThat(page.locator("#said")).hasText("Weitere Person 1: spricht mit");
        assertThat(page.locator("#number")).hasValue("030 2312");
        assertThat(page.locator("#number")).isFocused();
        button(page, "Musik vorspielen: Weitere Person 1").click();
        assertThat(state).hasText("hört Musik");
        assertAccessible(page, "request-guest-held", width, colours);
        button(page, "Zurückholen: Weitere Person 1").click();
        assertThat(state).hasText("spricht mit");
        button(page, "Trennen: Weitere Person 1").click();
        assertThat(state).hasText("von Ihnen getrennt");
        assertThat(page.locator("body")).not().containsText("23125299");
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "390, 844, DARK"})
    void whoeverGoesBackAndSendsOnceMoreIsAskedWhetherSomebodyElseIsNeeded(int width, int height, ColorScheme colours) {
        var page = signedIn(chromium().open(width, height, colours));
        page.navigate(at(REQUESTS + "/new"));
        page.locator("#language").selectOption("om");
        page.locator("#caseReference").fill("zurück 1");
        button(page, "Jemanden suchen").click();
        assertThat(page).hasURL(ONE_REQUEST);
        var first = page.url();
        page.goBack();
        page.locator("#language").selectOption("om");
        button(page, "Jemanden suchen").click();
        assertThat(page.locator(".another")).containsText("zurück 1");
        assertThat(page.locator("#language")).hasValue("om");
        assertAccessible(page, "request-another", width, colours);

        page.locator("#another").check();
        button(page, "Jemanden suchen").click();
        assertThat(page).hasURL(ONE_REQUEST);
        cancels(page);
        page.navigate(first);
        cancels(page);
        page.context().close();
    }

    @Test
    void whoeverHasSignedOutElsewhereIsTakenToTheSignIn() {
        var page = signedIn(chromium().open(1280, 900, ColorScheme.LIGHT));
        page.navigate(at(REQUESTS + "/new"));
        page.locator("#language").selectOption("om");
        button(page, "Jemanden suchen").click();
        assertThat(page).hasURL(ONE_REQUEST);
        var request = page.url();
        var other = page.context().newPage();
        other.navigate(at("/portal"));
        button(other, "Abmelden").click();
        assertThat(other).hasURL(Pattern.compile(".*/portal/sign-in.*"));

        var colleague = signedIn(chromium().openWithoutScripts(1280, 900));
        colleague.navigate(request);
        cancels(colleague);

        assertThat(page).hasURL(Pattern.compile(".*/portal/sign-in.*"));
        colleague.context().close();
        page.context().close();
    }

    private static void cancels(Page page) {
        button(page, "Anfrage zurückziehen").click();
        assertThat(page.locator("#status")).hasText("Zurückgezogen");
    }

    @Test
    void withoutJavaScriptARequestIsMadeLookedAtCancelledAndMadeOnceMore() {
        var page = signedIn(chromium().openWithoutScripts(390, 844));
        page.navigate(at(REQUESTS + "/new"));
        page.locator("#language").selectOption("om");
        button(page, "Jemanden suchen").click();
        assertThat(page).hasURL(ONE_REQUEST);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Aktuellen Stand anzeigen"))
                .click();
        button(page, "Anfrage zurückziehen").click();
        assertThat(page.locator(".notice")).hasText("Die Anfrage ist zurückgezogen.");
        assertThat(page.locator("#status")).hasText("Zurückgezogen");
        picture(page, "request-cancelled", 390);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Noch einmal anfragen"))
                .click();
        assertThat(page.locator("#language")).hasValue("om");
        page.context().close();
    }

    @Test
    void languageThatNobodySpeaksIsTakenAndThatIsSaid() {
        var page = signedIn(chromium().openWithoutScripts(1280, 900));
        page.navigate(at(REQUESTS + "/new?lang=en"));
        page.locator("#language").selectOption("hy");
        button(page, "Find somebody").click();
        assertThat(page.locator(".alarm").first()).containsText("Nobody of our pool speaks this language");
        button(page, "Cancel the request").click();
        assertThat(page.locator("#status")).hasText("Cancelled");
        page.context().close();
    }

    @Test
    void formThatIsSentTwiceIsOneRequest() {
        var page = signedIn(chromium().openWithoutScripts(1280, 900));
        page.navigate(at(REQUESTS + "/new"));
        page.locator("#language").selectOption("om");
        page.locator("#caseReference").fill("doppelt 1");
        button(page, "Jemanden suchen").dblclick();
        assertThat(page).hasURL(ONE_REQUEST);
        var request = page.url();
        page.navigate(at(REQUESTS));
        assertThat(page.getByText("doppelt 1")).hasCount(1);
        page.navigate(request);
        button(page, "Anfrage zurückziehen").click();
        assertThat(page.locator("#status")).hasText("Zurückgezogen");
        page.context().close();
    }

    private Page signedIn(Page page) {
        page.navigate(at("/portal/sign-in"));
        page.locator("#mail").fill("lindner@praxis.example");
        page.locator("#password").fill("helmstedt spricht mit");
        page.locator("main form button").click();
        assertThat(page).hasURL(at("/portal"));
        return page;
    }

    private static void accepts(Locator telephone, String question) {
        button(telephone, "Abnehmen").click();
        assertThat(telephone).containsText(question);
        key(telephone, "1").click();
    }

    private static Locator telephone(Page page, String owner) {
        return page.getByRole(
                AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(owner).setExact(true));
    }

    private static Locator button(Locator telephone, String words) {
        return telephone.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words));
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    private static Locator key(Locator telephone, String key) {
        return telephone.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(key).setExact(true));
    }
}
