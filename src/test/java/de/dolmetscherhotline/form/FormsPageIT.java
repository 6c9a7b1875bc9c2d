package de.dolmetscherhotline.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import de.dolmetscherhotline.language.LanguagesFixture;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Chromium;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;

/** The forms as a browser shows and prints them. */
class FormsPageIT extends HotlineIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Pattern STREAM_OF_PDF = Pattern.compile("stream\\r?\\n(.*?)endstream", Pattern.DOTALL);
    private static final Pattern LETTERS = Pattern.compile("<([0-9A-Fa-f]+)> Tj");
    private static final String MARK = "Muster – vor Gebrauch durch die Rechtsabteilung des Landkreises zu prüfen";

    /** Where the cells of each row begin and end, whatever their text; how large the print is. */
    private static final String ROWS_ARE_LEVEL = """
            [...document.querySelectorAll('tbody tr')].every(row => {
                const [german, other] = [...row.children].map(cell => cell.getBoundingClientRect());
                return german.top === other.top && german.bottom === other.bottom && german.right <= other.left + 1;
            })""";

    /** What is said of the direction of these elements, and what becomes of it. */
    private static final String DIRECTIONS = """
            selector => [...new Set([...document.querySelectorAll(selector)].map(it => {
                const style = getComputedStyle(it);
                return it.dir + ' ' + style.direction + ' ' + style.textAlign;
            }))]""";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private Answer read(String path) {
        return Answer.to(anonymous().get().uri(path));
    }

    private Page opened(String path, int width, ColorScheme colours) {
        var page = chromium.open(width, 900, colours);
        page.navigate("http://127.0.0.1:" + port + path);
        return page;
    }

    private static void assertAccessible(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        assertThat(Chromium.violations(page))
                .as(name)
                .allSatisfy(violation -> assertThat(violation.toString()).isNull());
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("fits into the width")
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "release, ar, 1280, LIGHT",
        "release, fa, 390, DARK",
        "release, ti, 320, LIGHT",
        "secrecy, prs, 1280, DARK",
        "secrecy, vi, 390, LIGHT",
        "secrecy, de, 320, LIGHT"
    })
    void aFormIsAccessibleOnScreen(String form, String tag, int width, ColorScheme colours) {
        var page = opened("/forms/" + form + "/" + tag + "?lang=de", width, colours);

        assertAccessible(page, "form-%s-%s-%d".formatted(form, tag, width));
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, de", "390, DARK, en", "320, LIGHT, de"})
    void theListIsAccessibleOnScreen(int width, ColorScheme colours, String language) {
        var page = opened("/forms?lang=" + language, width, colours);

        assertAccessible(page, "forms-" + width);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"release/ar", "release/ru", "secrecy/fa", "secrecy/fr"})
    void onPaperGermanStandsBesideTheLanguageParagraphByParagraph(String form) {
        var page = opened("/forms/" + form + "?lang=de", 1280, ColorScheme.LIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.evaluate(ROWS_ARE_LEVEL)).isEqualTo(true);
        assertThat(page.locator(".on-screen").first().isVisible()).isFalse();
        assertThat(((Number) page.evaluate("parseFloat(getComputedStyle(document.querySelector('td')).fontSize)"))
                        .doubleValue())
                .as("at least 11 points")
                .isGreaterThanOrEqualTo(14.6);
        page.context().close();
    }

    /** The codes of what is drawn on each sheet, four digits for a letter, in this order. */
    private static List<String> sheets(byte[] pdf) throws IOException {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        var sheets = new ArrayList<String>();
        for (var stream : STREAM_OF_PDF.matcher(text).results().toList()) {
            var drawn = unpacked(stream.group(1).getBytes(StandardCharsets.ISO_8859_1));
            if (drawn.contains("BT\n")) {
                sheets.add(LETTERS.matcher(drawn)
                        .results()
                        .map(letters -> letters.group(1))
                        .collect(Collectors.joining()));
            }
        }
        return sheets;
    }

    /** Empty for what is not packed, such as pictures. */
    private static String unpacked(byte[] stream) throws IOException {
        try (var unpacking = new InflaterInputStream(new ByteArrayInputStream(stream))) {
            return new String(unpacking.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (ZipException notPacked) {
            return "";
        }
    }

    /** What stands in the head of a table is repeated: each sheet begins like the second, with the name and the mark. */
    @ParameterizedTest
    @ValueSource(strings = {"release/de", "release/ar", "release/ti", "release/vi", "secrecy/fa", "secrecy/so"})
    void everySheetSaysThatItIsATemplate(String form) throws IOException {
        var page = opened("/forms/" + form + "?lang=de", 1280, ColorScheme.LIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("thead .mark").first().innerText()).isEqualTo(MARK);
        assertThat(page.evaluate("getComputedStyle(document.querySelector('thead')).display"))
                .isEqualTo("table-header-group");
        var pdf = page.pdf(new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(PICTURES.resolve("form-" + form.replace('/', '-') + ".pdf")));
        var sheets = sheets(pdf);
        assertThat(sheets).hasSizeBetween(2, 4);
        var head = sheets.get(1).substring(0, 4 * MARK.length() / 2);
        assertThat(sheets).allSatisfy(sheet -> assertThat(sheet).contains(head));
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fa", "prs"})
    void whatIsWrittenFromTheRightIsShownFromTheRight(String tag) {
        var page = opened("/forms/release/" + tag + "?lang=de", 1280, ColorScheme.LIGHT);

        assertThat(page.locator("[lang=" + tag + "]").count())
                .isEqualTo(page.locator("tbody tr").count() + 2);
        assertThat(page.evaluate(DIRECTIONS, "[lang=" + tag + "]")).isEqualTo(List.of("rtl rtl start"));
        assertThat(page.evaluate(DIRECTIONS, "[lang=de]:not(nav *):not(html)")).isEqualTo(List.of("ltr ltr start"));
        assertThat(page.evaluate(ROWS_ARE_LEVEL)).isEqualTo(true);
        page.context().close();
    }

    @Test
    void theListLeadsToEachFormInEachLanguage() throws IOException {
        var page = opened("/forms?lang=en", 1280, ColorScheme.LIGHT);

        for (Form form : Form.values()) {
            for (String tag : new String[] {"ar", "en", "kmr", "ti", "prs", "de"}) {
                var link = page.locator("a[href='/forms/%s/%s?lang=en']".formatted(form.word(), tag));
                assertThat(link.count()).as("%s %s", form, tag).isEqualTo(1);
            }
        }
        page.locator("a[href='/forms/release/uk?lang=en']").click();
        assertThat(page.locator("h1").innerText()).startsWith("Entbindung von der Schweigepflicht");
        assertThat(page.locator(".titles [lang=uk]").innerText()).isNotBlank();
        page.context().close();
    }

    @Test
    void aLanguageWithoutTranslationGetsTheGermanTextAndIsToldSo() throws IOException {
        for (var spoken : LanguagesFixture.builtIn().all()) {
            read("/forms/release/" + spoken.language() + "?lang=de").hasStatus(200);
        }

        assertThat(read("/forms/release/wo?lang=de").body())
                .contains("Für die Sprache „Wolof“ gibt es noch keine Übersetzung", MARK, "Ich entbinde")
                .doesNotContain("dir=\"rtl\"", "lang=\"wo\"");
        assertThat(read("/forms/release/wo?lang=en").body()).contains("no translation into Wolof");
        assertThat(read("/forms/release/de?lang=de").body()).contains(MARK).doesNotContain("noch keine Übersetzung");
    }

    @Test
    void anybodyMayReadThemAndCachesMayKeepThem() {
        for (String path : new String[] {"/forms", "/forms/secrecy/tr"}) {
            var answer = read(path + "?lang=en").hasStatus(200);
            assertThat(answer.headers().getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("max-age=3600, public");
            assertThat(answer.headers().get(HttpHeaders.SET_COOKIE)).isNull();
            assertThat(answer.headers().getFirst("Content-Security-Policy")).doesNotContain("unsafe");
            assertThat(answer.body()).doesNotContain("<form", "<script", "style=");
            assertThat(read(path).headers().get(HttpHeaders.VARY))
                    .contains(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE);
            Answer.to(anonymous().post().uri(path)).isProblem(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/forms/release/xx",
                "/forms/nothing/ar",
                "/forms/nothing/de",
                "/forms/release/AR",
                "/forms/release/..%2F..%2Fapplication",
                "/forms/release/%3Cscript%3E"
            })
    void whatDoesNotExistIsNotFound(String path) {
        var answer = read(path);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("<script", "hotline:");
    }

    @Test
    void aMissingFormLeadsToTheList() {
        assertThat(read("/forms/release/xx?lang=de").hasStatus(404).body())
                .contains("Dieses Formular gibt es nicht", "href=\"/forms?lang=de\"");
    }
}
