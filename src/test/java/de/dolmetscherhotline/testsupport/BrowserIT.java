package de.dolmetscherhotline.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;

/** Base of tests in a real browser, which show the demonstration as people see it. */
public abstract class BrowserIT extends DemonstrationIT {

    private static final double PATIENCE_MILLIS = 30_000;

    private static @Nullable Chromium chromium;

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

    /** The district of the demonstration, which has a neighbour as old as itself. */
    protected DistrictId helmstedt() {
        return districts
                .all()
                .filter(district -> district.name().equals("Landkreis Helmstedt"))
                .next()
                .map(District::id)
                .blockOptional()
                .orElseThrow();
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
