package de.dolmetscherhotline.testsupport;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A real browser: the one installed on this machine, else the one that Playwright downloads. */
public final class Chromium implements AutoCloseable {

    /** The one without windows first: the same browser, which opens and shows pages in half the time. */
    private static final List<Path> INSTALLED = List.of(
            Path.of("/usr/bin/chromium-headless-shell"),
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("C:/Program Files/Google/Chrome/Application/chrome.exe"));

    /** Long enough for a sentence to be spoken and a telephone to ring. */
    private static final double PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Without any browser, the test is skipped with a message on the console; where {@code CI=true}, it fails. */
    public static Chromium start() {
        try {
            return launched();
        } catch (PlaywrightException missing) {
            if ("true".equals(System.getenv("CI"))) {
                throw missing;
            }
            System.err.println(
                    "*** BROWSER TESTS SKIPPED: neither found nor downloaded a Chromium: " + missing.getMessage());
            return Assumptions.abort("no browser");
        }
    }

    private static Chromium launched() {
        var installed = INSTALLED.stream().filter(Files::isExecutable).findFirst();
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment(installed)));
        try {
            var options = new LaunchOptions().setHeadless(true);
            installed.ifPresent(options::setExecutablePath);
            return new Chromium(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException failed) {
            playwright.close();
            throw failed;
        }
    }

    private static Map<String, String> environment(Optional<Path> installed) {
        return installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
    }

    /** An empty page in a window of its own, with its own cookies, for somebody whose browser asks for German. */
    public Page open(int width, int height, ColorScheme colours) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(colours)
                        .setLocale("de-DE"))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    /** The same without JavaScript. */
    public Page openWithoutScripts(int width, int height) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setJavaScriptEnabled(false)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("de-DE"))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    /**
     * What keeps people out of a page (WCAG 2.1 AA). Looks at the page alone: ours frame none of others, for whose sake axe would
     * open a second page each time, which takes four times as long.
     */
    public static List<Rule> violations(Page page) {
        return new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
