package de.dolmetscherhotline.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;

/** What a browser shows: how it is found, kept as a picture, and found to be accessible. */
final class Screen {

    private Screen() {}

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    static Locator link(Page page, String words) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words));
    }

    static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    static void picture(Page page, String moment, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "volunteer-%s-%d.png".formatted(moment, width)))
                .setFullPage(true));
    }

    static void assertAccessible(Page page, String moment, int width, ColorScheme colours) {
        picture(page, moment + "-" + colours.name().toLowerCase(Locale.ROOT), width);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(moment)
                .allSatisfy(violation -> assertThat(violation.toString()).isNull());
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("fits into the width")
                .isTrue();
    }
}
