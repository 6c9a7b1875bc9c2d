package de.dolmetscherhotline.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import de.dolmetscherhotline.language.LanguagesFixture;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Camera;
import de.dolmetscherhotline.testsupport.Chromium;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;

/** The speed-dial card as a browser shows and prints it and a camera reads it. That its strings work, {@code SpeedDialIT} shows. */
class SpeedDialCardIT extends HotlineIT {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    private UUID district = new UUID(0, 0);
    private String number = "";
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
        number = Numbers.landline();
        card = cardOf(number, "ar", "uk", "ti", "fa");
    }

    private String cardOf(String lineNumber, String... languages) {
        var line = created(
                "/api/v1/lines",
                Body.of("districtId", district, "number", lineNumber, "languages", List.of(languages)));
        return "/languages/speed-dial?line=" + line;
    }

    private Answer read(String path) {
        return Answer.to(anonymous().get().uri(path));
    }

    private Page opened(String path, int width, ColorScheme colours) {
        var page = chromium.open(width, 900, colours);
        page.navigate("http://127.0.0.1:" + port + path);
        return page;
    }

    @Test
    void everyLanguageHasItsStrings() throws IOException {
        var page = opened(card + "&lang=de", 1280, ColorScheme.LIGHT);
        var home = "0" + number.substring("+49".length());

        for (var spoken : LanguagesFixture.builtIn().all()) {
            var row = page.locator(".strings tbody tr:has(bdi[lang=" + spoken.language() + "])");
            var keys = spoken.code().charAt(0) + "," + spoken.code().charAt(1);
            assertThat(row.locator(".string").allInnerTexts())
                    .containsExactly(home + ",," + keys, home + ",,Ihre PIN#," + keys + "#");
        }
        page.context().close();
    }

    @Test
    void aCameraReadsTheNumberAndTheLanguageInEachPicture() throws IOException {
        var page = opened(card + "&lang=de", 1280, ColorScheme.DARK);

        assertThat(page.locator(".codes .name").allInnerTexts())
                .containsExactly("Arabisch", "Ukrainisch", "Tigrinya", "Farsi (Persisch)");
        var codes = page.locator(".codes svg").all();
        assertThat(List.of(
                        Camera.reads(codes.get(0).screenshot()),
                        Camera.reads(codes.get(1).screenshot()),
                        Camera.reads(codes.get(2).screenshot()),
                        Camera.reads(codes.get(3).screenshot())))
                .containsExactly(
                        "tel:" + number + ",,4,0",
                        "tel:" + number + ",,4,1",
                        "tel:" + number + ",,4,8",
                        "tel:" + number + ",,4,3");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, de", "390, DARK, en", "320, LIGHT, de"})
    void itIsAccessibleOnScreenAndPrintsWithoutItsLinks(int width, ColorScheme colours, String language) {
        var page = opened(card + "&lang=" + language, width, colours);

        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("speed-dial-" + width + ".png"))
                .setFullPage(true));
        assertThat(Chromium.violations(page))
                .allSatisfy(violation -> assertThat(violation.toString()).isNull());
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("fits into the width")
                .isEqualTo(true);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".on-screen").isVisible()).isFalse();
        page.pdf(new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(PICTURES.resolve("speed-dial-" + language + ".pdf")));
        page.context().close();
    }

    @Test
    void anybodyMayReadItAndCachesMayKeepIt() {
        var answer = read(card + "&lang=en").hasStatus(200);

        assertThat(answer.body())
                .contains("Speed-dial card", "your PIN", "Ukrainian")
                .doesNotContain("style=");
        assertThat(answer.headers().getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("max-age=3600, public");
        assertThat(answer.headers().get(HttpHeaders.SET_COOKIE)).isNull();
        assertThat(answer.headers().getFirst("Content-Security-Policy")).doesNotContain("unsafe");
        assertThat(read(card).headers().get(HttpHeaders.VARY))
                .contains(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE);
    }

    @Test
    void oneLinkLeadsFromEachCardToTheOtherOfTheSameLine() {
        var other = card.replace("speed-dial", "card");

        assertThat(read(card + "&lang=en").body()).contains("href=\"" + other + "&amp;lang=en\"");
        assertThat(read(other + "&lang=en").body()).contains("href=\"" + card + "&amp;lang=en\"");
    }

    @Test
    void aLineWithoutLanguagesOfItsOwnHasNoPictures() {
        assertThat(read(cardOf(Numbers.landline()) + "&lang=de").hasStatus(200).body())
                .contains("Ihre PIN")
                .doesNotContain("<svg");
    }

    @Test
    void aCardThatDoesNotExistIsSaidToBeMissing() {
        var answer =
                read("/languages/speed-dial?lang=de&line=" + UUID.randomUUID()).hasStatus(404);

        assertThat(answer.body()).contains("Diese Karte gibt es nicht");
        assertThat(answer.headers().getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        Answer.to(anonymous().post().uri(card)).isProblem(403);
    }
}
