package de.dolmetscherhotline.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffAdministration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;

/** Base of tests in a real browser, which show the demonstration as people see it. */
public abstract class BrowserIT extends DemonstrationIT {

    /** Of everybody who is {@link #admitted}. */
    protected static final String STAFF_PASSWORD = "vier Worte und ein Fisch";

    private static final double PATIENCE_MILLIS = 30_000;
    private static final String DISTRICT = "Landkreis Helmstedt";

    private static @Nullable Chromium chromium;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private Districts districts;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    protected static Chromium chromium() {
        if (chromium == null) {
            throw new IllegalStateException("there is a browser only while the tests of a class run");
        }
        return chromium;
    }

    /** Somebody new in the staff of the district that has the pool and the lines; her mail address. */
    protected String admitted(Role role) {
        var mail = "s" + UUID.randomUUID() + "@landkreis.example";
        var district = districts
                .all()
                .filter(one -> one.name().equals(DISTRICT))
                .single()
                .blockOptional()
                .orElseThrow();
        administration
                .admit(district.id(), "Petra Neumann", new MailAddress(mail), role, STAFF_PASSWORD)
                .block();
        return mail;
    }

    /** Signs somebody new in, who then stands before the live board. */
    protected void signIn(Page page, Role role, String language) {
        signIn(page, admitted(role), language);
    }

    /** Signs somebody in who was {@link #admitted} and has no second factor. */
    protected static void signIn(Page page, String mail, String language) {
        page.navigate(at("/dashboard/sign-in?lang=" + language));
        page.locator("#mail").fill(mail);
        page.locator("#password").fill(STAFF_PASSWORD);
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page).hasURL(at("/dashboard"));
    }

    /** What breaks our content security policy from now on, and mistakes of our scripts. */
    protected static List<String> complaints(Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    /** Takes a picture; nothing on the page keeps anybody out (WCAG 2.1 AA, by axe), and nothing is wider than the screen. */
    public static void assertAccessible(Page page, String moment, int width, ColorScheme colours) {
        var name = moment + "-" + colours.name().toLowerCase(Locale.ROOT);
        picture(page, name, width);
        assertThat(Chromium.violations(page))
                .as(name)
                .allSatisfy(violation -> assertThat(violation.toString()).isNull());
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("fits into the width")
                .isTrue();
    }

    /** Keeps a picture of the whole page, to be looked at. */
    protected static void picture(Page page, String moment, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "%s-%d.png".formatted(moment, width)))
                .setFullPage(true));
    }
}
