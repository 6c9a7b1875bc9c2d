package de.dolmetscherhotline.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import de.dolmetscherhotline.language.LanguagesFixture;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Chromium;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;

/** The card as a stranger's browser shows and prints it. */
class LanguageCardIT extends HotlineIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Pattern PAGE_OF_PDF = Pattern.compile("/Type\\s*/Page\\b");

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    private UUID district = new UUID(0, 0);
    private String card = "";

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

    @BeforeEach
    void aLine() {
        district = district();
        var line = created(
                "/api/v1/lines",
                Body.of("districtId", district, "number", number(), "languages", List.of("ar", "uk", "ti", "tr"))
                        .with("coordinatorNumber", "+493023125001"));
        card = "/languages/card?line=" + line;
    }

    private static String number() {
        return Numbers.landline();
    }

    private Answer read(String path) {
        return Answer.to(anonymous().get().uri(path));
    }

    private Page opened(String path) {
        var page = chromium.openWithoutScripts(1280, 900);
        page.navigate("http://127.0.0.1:" + port + path);
        return page;
    }

    @Test
    void everyLanguageStandsThereWithItsKeysAndInItsOwnScript() throws IOException {
        var page = opened(card + "&lang=de");

        for (var spoken : LanguagesFixture.builtIn().all()) {
            assertThat(page.locator(".languages li")
                            .filter(new Locator.FilterOptions()
                                    .setHasText(Pattern.compile("^\\s*" + spoken.code() + "\\b")))
                            .innerText())
                    .contains(spoken.name(), spoken.ownName());
        }
        assertThat(page.locator(".languages li .name").allInnerTexts())
                .startsWith("Albanisch", "Amharisch", "Arabisch")
                .endsWith("Urdu", "Vietnamesisch", "Wolof");
        assertThat(page.locator(".menu li .code").allInnerTexts()).containsExactly("1", "2", "3");
        assertThat(page.locator(".menu li .name").allInnerTexts())
                .containsExactly("Arabisch", "Ukrainisch", "Tigrinya");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.languages bdi[lang=ar]')).direction"))
                .isEqualTo("rtl");
        assertThat(page.content()).contains("Koordinierungsstelle");
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void itFitsOnOneSheetOfPaper(String language) {
        var page = opened(card + "&lang=" + language);

        var pdf = page.pdf(new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(PICTURES.resolve("card-" + language + ".pdf")));

        var pages = PAGE_OF_PDF
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results();
        assertThat(pages.count()).isEqualTo(1);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390, 320})
    void itIsAccessibleOnScreen(int width) {
        var page = chromium.open(width, 900, ColorScheme.DARK);
        page.navigate("http://127.0.0.1:" + port + card + "&lang=de");

        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("card-" + width + ".png"))
                .setFullPage(true));
        assertThat(Chromium.violations(page))
                .allSatisfy(violation -> assertThat(violation.toString()).isNull());
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("fits into the width")
                .isEqualTo(true);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".on-screen").isVisible()).isFalse();
        page.context().close();
    }

    @Test
    void anybodyMayReadItAndCachesMayKeepIt() {
        var headers = read(card + "&lang=en").hasStatus(200).headers();

        assertThat(headers.getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("max-age=3600, public");
        assertThat(headers.get(HttpHeaders.SET_COOKIE)).isNull();
        assertThat(headers.getFirst("Content-Security-Policy")).doesNotContain("unsafe");
        assertThat(read(card).headers().get(HttpHeaders.VARY))
                .contains(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE);
    }

    @Test
    void itSpeaksTheLanguageThatIsAskedFor() {
        assertThat(read(card + "&lang=en").body()).contains("lang=\"en\"", "How to call", "Ukrainian", "Wolof");
        assertThat(read(card + "&lang=fr").body()).contains("So rufen Sie an");
        assertThat(Answer.to(anonymous().get().uri(card).header(HttpHeaders.ACCEPT_LANGUAGE, "en-GB,en;q=0.9"))
                        .body())
                .contains("How to call");
        assertThat(Answer.to(anonymous().get().uri(card).header(HttpHeaders.ACCEPT_LANGUAGE, "tr"))
                        .body())
                .contains("So rufen Sie an");
    }

    @Test
    void aDistrictHasTheCardOfItsOldestLine() {
        created("/api/v1/lines", Body.of("districtId", district, "number", number(), "languages", List.of()));

        assertThat(read("/languages/card?lang=de&district=" + district)
                        .hasStatus(200)
                        .body())
                .contains("Tasten, die Sie in der Ansage hören");
    }

    @Test
    void aLineWithoutMenuOrCoordinatorHasNeitherOnItsCard() {
        var plain =
                created("/api/v1/lines", Body.of("districtId", district, "number", number(), "languages", List.of()));

        assertThat(read("/languages/card?lang=de&line=" + plain).hasStatus(200).body())
                .doesNotContain("Tasten, die Sie in der Ansage hören", "Koordinierungsstelle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?line=00000000-0000-0000-0000-000000000000",
                "?district=00000000-0000-0000-0000-000000000000",
                "?line=nonsense",
                "?line=%22%3E%3Cscript%3E",
                "?district="
            })
    void aCardThatDoesNotExistIsSaidToBeMissing(String query) {
        var answer = read("/languages/card" + query).hasStatus(404);

        assertThat(answer.body()).contains("Diese Karte gibt es nicht").doesNotContain("script");
        assertThat(answer.headers().getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
    }

    @Test
    void nothingCanBeSentThere() {
        Answer.to(anonymous().post().uri(card)).isProblem(403);
        Answer.to(anonymous().get().uri("/languages/nothing")).isProblem(404);
    }

    @Test
    void everyBuiltInLanguageHasAnEnglishName() throws IOException {
        var english = ResourceBundle.getBundle("messages", Locale.ENGLISH);
        assertThat(LanguagesFixture.builtIn().all())
                .allSatisfy(spoken -> assertThat(english.getString(
                                "language." + spoken.language().tag()))
                        .isNotBlank());
    }
}
