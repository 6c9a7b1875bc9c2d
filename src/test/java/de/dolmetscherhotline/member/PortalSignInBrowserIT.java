package de.dolmetscherhotline.member;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.testsupport.BrowserIT;
import de.dolmetscherhotline.testsupport.Chromium;
import de.dolmetscherhotline.testsupport.TestIdentityProvider;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of an installation that sends mail and has an identity provider, in a real browser. */
class PortalSignInBrowserIT extends MemberIT {

    private static @Nullable Chromium chromium;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT, de", "390, 844, DARK, de", "320, 640, LIGHT, en"})
    void everyPageIsAccessibleAndFits(int width, int height, ColorScheme colours, String language) {
        var code = invite("Petra Lindner", mail()).text("invitationCode");
        var page = chromium().open(width, height, colours);
        page.navigate(at("/portal/sign-in?says=provider-away&lang=" + language));
        assertThat(page.locator(".alarm")).containsText(TestIdentityProvider.LABEL);
        BrowserIT.assertAccessible(page, "portal-sign-in-provider", width, colours);
        page.navigate(at("/dashboard/sign-in?says=provider-unknown&lang=" + language));
        assertThat(page.locator("a[href^='/dashboard/sign-in/provider']")).containsText(TestIdentityProvider.LABEL);
        BrowserIT.assertAccessible(page, "dashboard-sign-in-provider", width, colours);
        page.navigate(at("/portal/sign-in?lang=" + language));
        page.locator("a[href='/portal/forgotten']").click();
        assertThat(page).hasURL(at("/portal/forgotten"));
        page.locator("main form button").click();
        assertThat(page.locator("#mail-problem")).isVisible();
        BrowserIT.assertAccessible(page, "portal-forgotten-wrong", width, colours);
        page.locator("#mail").fill(mail());
        page.locator("main form button").click();
        assertThat(page.locator(".notice")).isVisible();
        BrowserIT.assertAccessible(page, "portal-forgotten-sent", width, colours);

        page.navigate(at("/portal/invitation/" + code));
        page.locator("#password").fill(PASSWORD);
        page.locator("main form button").click();
        assertThat(page).hasURL(at("/portal"));
        page.navigate(at("/portal/account"));
        page.locator("#old").fill("ein falsches Passwort");
        page.locator("#password").fill("kurz");
        page.locator("main form .card button").click();
        assertThat(page.locator("#password-problem")).isVisible();
        BrowserIT.assertAccessible(page, "portal-account-wrong", width, colours);
        page.locator("#old").fill(PASSWORD);
        page.locator("#password").fill("ein ganz anderes Passwort");
        page.locator("main form .card button").click();
        assertThat(page.locator(".notice")).isVisible();
        BrowserIT.assertAccessible(page, "portal-account-changed", width, colours);

        invite("Dr. Olga Winter-Hohenstein von der Ostsee", mail());
        page.navigate(at("/portal/members"));
        BrowserIT.assertAccessible(page, "portal-members-mail", width, colours);
        page.locator("#name").fill("Jana Sommer");
        page.locator("#mail").fill(mail());
        page.locator("main form button").last().click();
        assertThat(page.locator(".notice")).isVisible();
        BrowserIT.assertAccessible(page, "portal-members-mailed", width, colours);
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "390, 844"})
    void theWayToTheProviderNeedsNoJavaScript(int width, int height) {
        var page = chromium().openWithoutScripts(width, height);
        page.navigate(at("/portal/sign-in"));
        page.locator("a[href^='/portal/sign-in/provider']").click();
        assertThat(page).hasURL(Pattern.compile("^" + TestIdentityProvider.issuer() + "/authorize\\?.*"));
        page.context().close();
    }

    private static Chromium chromium() {
        if (chromium == null) {
            throw new IllegalStateException("there is a browser only while the tests of a class run");
        }
        return chromium;
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
