package de.dolmetscherhotline.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.testsupport.BrowserIT;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The page in a real browser, used as somebody would who sees it for the first time. */
class TelephonesPageIT extends BrowserIT {

    @Autowired
    private Telephones telephones;

    @ParameterizedTest
    @CsvSource({"1440, 1000, LIGHT", "390, 844, DARK"})
    void aWholeCallByClickingThroughThePage(int width, int height, ColorScheme colours) {
        var page = chromium().open(width, height, colours);
        page.navigate(at("/"));
        var practice = telephone(page, "Praxis Dr. Lindner");

        button(practice, "Hotline anrufen").click();
        assertThat(practice).containsText("Welche Sprache brauchen Sie?");
        key(practice, "1").click();
        var ringing = page.locator("#interpreter-phones .phone.ringing").first();
        assertThat(ringing).containsText("Arabisch");
        assertThat(page.locator("#announcer")).containsText("Es klingelt bei");
        assertAccessible(page, "telephones-ringing", width, colours);

        var name = ringing.getByRole(AriaRole.HEADING).innerText();
        var interpreter = telephone(page, name);
        button(interpreter, "Abnehmen").click();
        assertThat(interpreter).containsText("Drücken Sie die 1 zum Annehmen");
        key(interpreter, "1").click();
        assertThat(practice).containsText("Im Gespräch mit " + name);
        assertThat(interpreter).containsText("Im Gespräch mit Praxis Dr. Lindner");
        assertAccessible(page, "telephones-conversation", width, colours);

        button(interpreter, "Auflegen").click();
        assertThat(practice).containsText("Wie zufrieden waren Sie?");
        key(practice, "5").click();
        assertThat(practice.locator(".state")).hasText("frei");
        assertThat(interpreter.locator(".state")).hasText("frei");
        api("/api/v1/sessions").hasStatus(200).has("$[0].outcome", "connected").has("$[0].rating", 5);
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1440, 1000, DARK, en", "390, 844, DARK, de", "360, 740, LIGHT, de"})
    void thePageAtRestIsAccessible(int width, int height, ColorScheme colours, String language) {
        var page = chromium().open(width, height, colours);
        page.navigate(at("/simulator?lang=" + language));
        assertThat(page.locator("html.scripted")).isVisible();
        assertAccessible(page, "telephones-rest", width, colours);
        page.context().close();
    }

    @Test
    void whoeverUsesTheKeyboardKeepsTheirPlaceWhenSomethingHappensElsewhere() {
        var page = chromium().open(1440, 1000, ColorScheme.LIGHT);
        page.navigate(at("/simulator?lang=en"));
        var choice = telephone(page, "Linh Nguyen").getByRole(AriaRole.COMBOBOX);
        choice.focus();
        var unknown = telephone(page, "Unknown telephone");
        telephones.call(People.UNKNOWN_PHONE);
        assertThat(unknown).containsText("PIN");

        assertThat(choice).isFocused();
        telephones.hangUp(People.UNKNOWN_PHONE);
        assertThat(unknown.locator(".state")).hasText("idle");
        assertThat(choice).isFocused();
        page.context().close();
    }

    @Test
    void anInterpreterGoesOffDutyAndChangesHowTheTelephoneReacts() {
        var page = chromium().open(1440, 1000, ColorScheme.LIGHT);
        page.navigate(at("/simulator?lang=en&language=vi"));
        var linh = telephone(page, "Linh Nguyen");
        assertThat(page.locator("#interpreter-phones .phone")).hasCount(1);

        linh.getByRole(AriaRole.SWITCH).click();
        assertThat(linh.getByRole(AriaRole.SWITCH)).hasAttribute("aria-checked", "false");
        page.waitForResponse(
                answer -> answer.url().contains("/habit"),
                () -> linh.getByRole(AriaRole.COMBOBOX).selectOption("VOICEMAIL"));
        page.reload();
        assertThat(page.locator("html.scripted")).isVisible();
        assertThat(linh.getByRole(AriaRole.COMBOBOX)).hasValue("VOICEMAIL");

        linh.getByRole(AriaRole.SWITCH).click();
        assertThat(linh.getByRole(AriaRole.SWITCH)).hasAttribute("aria-checked", "true");
        page.context().close();
    }

    @Test
    void aChoiceThatHasNotBeenSentYetSurvivesWhatHappensElsewhere() {
        var page = chromium().open(1440, 1000, ColorScheme.LIGHT);
        var earlier = new ArrayList<Route>();
        page.route("**/availability*", earlier::add);
        page.navigate(at("/simulator?lang=en"));
        var yonas = telephone(page, "Yonas Kidane");
        var unknown = telephone(page, "Unknown telephone");

        yonas.getByRole(AriaRole.SWITCH).click();
        yonas.getByRole(AriaRole.COMBOBOX).selectOption("VOICEMAIL");
        telephones.call(People.UNKNOWN_PHONE);
        assertThat(unknown).containsText("PIN");
        assertThat(yonas.getByRole(AriaRole.COMBOBOX)).hasValue("VOICEMAIL");

        page.waitForResponse(
                answer -> answer.url().contains("/habit"),
                () -> earlier.getFirst().abort());
        telephones.hangUp(People.UNKNOWN_PHONE);
        page.reload();
        assertThat(yonas.getByRole(AriaRole.COMBOBOX)).hasValue("VOICEMAIL");
        page.context().close();
    }

    @Test
    void anInterpreterTextsTheHotlineAndReadsTheAnswer() {
        var page = chromium().open(390, 844, ColorScheme.LIGHT);
        page.navigate(at("/simulator?lang=en&language=so"));
        var first = page.locator("#interpreter-phones .phone").first();
        var interpreter = telephone(page, first.getByRole(AriaRole.HEADING).innerText());

        interpreter.getByRole(AriaRole.TEXTBOX).fill("aus");
        button(interpreter, "Send text").click();
        assertThat(interpreter.getByRole(AriaRole.LIST)).hasCount(2);
        assertThat(interpreter).containsText("Sie sind jetzt nicht mehr erreichbar");
        assertThat(interpreter.getByRole(AriaRole.SWITCH)).hasAttribute("aria-checked", "false");
        assertThat(interpreter.getByRole(AriaRole.TEXTBOX)).hasValue("");
        assertAccessible(page, "telephones-texts", 390, ColorScheme.LIGHT);

        interpreter.getByRole(AriaRole.TEXTBOX).fill("AN");
        interpreter.getByRole(AriaRole.TEXTBOX).press("Enter");
        assertThat(interpreter.getByRole(AriaRole.SWITCH)).hasAttribute("aria-checked", "true");
        page.context().close();
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        var page = chromium().openWithoutScripts(390, 844);
        page.navigate(at("/simulator"));
        var school = telephone(page, "Grundschule Königslutter (Beispiel)");
        button(school, "Hotline anrufen").click();
        assertThat(page).hasURL(at("/simulator#t-493023125204"));
        page.waitForCondition(() -> telephones.callers().get(3).answered());
        page.navigate(at("/simulator"));
        assertThat(school.locator(".keypad")).isVisible();
        button(school, "Auflegen").press("Enter");
        assertThat(page).hasURL(at("/simulator#t-493023125204"));
        page.context().close();
    }

    @Test
    void aBrokenConnectionIsShownAndHealsByItself() {
        var page = chromium().open(390, 844, ColorScheme.LIGHT);
        page.context().route("**/simulator/events", route -> route.abort());
        page.navigate(at("/simulator?lang=en"));
        assertThat(page.locator("#connection")).hasText("Connection lost, trying again.");
        page.context().unroute("**/simulator/events");
        assertThat(page.locator("#connection")).hasText("The connection is back.");
        page.context().close();
    }

    private static Locator telephone(Page page, String owner) {
        return page.getByRole(
                AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(owner).setExact(true));
    }

    private static Locator button(Locator telephone, String words) {
        return telephone.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words));
    }

    private static Locator key(Locator telephone, String key) {
        return telephone.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(key).setExact(true));
    }
}
