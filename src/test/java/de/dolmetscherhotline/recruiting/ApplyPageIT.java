package de.dolmetscherhotline.recruiting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.testsupport.Applicant;
import de.dolmetscherhotline.testsupport.BrowserIT;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The application in a real browser, on a telephone and on a desk. */
class ApplyPageIT extends BrowserIT {

    @Autowired
    private TelephoneNetwork network;

    @ParameterizedTest
    @CsvSource({
        "1280, 900, LIGHT, de, +4917604069061",
        "360, 740, DARK, de, +4917604069062",
        "390, 844, LIGHT, en, +4917604069063"
    })
    void somebodyAppliesFromTheFirstPageToTheLast(
            int width, int height, ColorScheme colours, String language, String number) {
        var english = language.equals("en");
        var phone = network.phone(number);
        var page = chromium().open(width, height, colours);
        page.navigate(at("/mitmachen?lang=" + language));
        assertAccessible(page, "apply-form", width, colours);

        page.getByRole(AriaRole.BUTTON, named(english ? "Go on to the code" : "Weiter zum Code"))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText(english ? "Please write your name" : "schreiben Sie Ihren Namen");
        assertThat(page).hasTitle(Pattern.compile(english ? "^Please check.*" : "^Bitte prüfen.*"));
        assertAccessible(page, "apply-errors", width, colours);

        Applicant.fillIn(page, phone);
        page.locator("#born").press("Enter");
        var code = page.locator("#code");
        assertThat(code).isVisible();
        assertAccessible(page, "apply-code", width, colours);
        code.fill("000000");
        code.press("Enter");
        assertThat(page.locator("#code-problem")).isVisible();
        assertAccessible(page, "apply-wrong-code", width, colours);

        page.locator("#code").fill(Applicant.codeOn(page, phone));
        page.locator("#code").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText(english ? "Thank you!" : "Vielen Dank!");
        assertAccessible(page, "apply-done", width, colours);
        page.context().close();
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        var phone = network.phone("+4917604069064");
        var page = chromium().openWithoutScripts(390, 844);
        page.navigate(at("/mitmachen"));
        page.locator("#language-0").selectOption("tr");
        page.locator("#level-0").selectOption("b2");
        page.getByRole(AriaRole.BUTTON, named("Weitere Sprachen")).click();
        assertThat(page.locator("#language-3")).isVisible();
        assertThat(page.locator("#language-0")).hasValue("tr");
        Applicant.fillIn(page, phone);
        page.getByRole(AriaRole.BUTTON, named("Weiter zum Code")).click();
        page.locator("#code").fill(Applicant.codeOn(page, phone));
        page.locator("#code").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Vielen Dank!");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, DARK", "360, 740, LIGHT"})
    void theNoticeAndTheEndOfALinkCanBeReadByEverybody(int width, int height, ColorScheme colours) {
        var page = chromium().open(width, height, colours);
        page.navigate(at("/mitmachen/datenschutz"));
        assertThat(page.getByRole(AriaRole.LISTITEM).first()).containsText("löschen wir Ihre Angaben");
        assertAccessible(page, "apply-notice", width, colours);
        page.navigate(at("/mitmachen/e/AAAAAAAAAAAAAAAAAAAAAA"));
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Dieser Link gilt nicht mehr");
        assertAccessible(page, "apply-gone", width, colours);
        page.context().close();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
