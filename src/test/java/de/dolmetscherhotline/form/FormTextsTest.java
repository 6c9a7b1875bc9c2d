package de.dolmetscherhotline.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.LanguagesFixture;
import de.dolmetscherhotline.platform.StartupRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;

/** Which file of a form counts, beside the application or built in. */
class FormTextsTest {

    private static final String GERMAN = "[mark]\nMuster\n[title]\nErklärung\n[text-a]\nAbsatz\n";
    private static final String POLISH = "[mark]\nWzór\n[title]\nOświadczenie\n[text-a]\nAkapit\n";
    private static final Language PL = new Language("pl");

    private final Map<String, byte[]> beside = new HashMap<>();
    private final Map<String, byte[]> builtIn = new HashMap<>();

    @BeforeEach
    void builtInTexts() {
        for (Form form : Form.values()) {
            put(builtIn, form.word() + "_de", GERMAN);
            put(builtIn, form.word() + "_pl", POLISH);
        }
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put("config/forms/" + name + ".txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private FormTexts texts() throws IOException {
        return new FormTexts(
                new DefaultResourceLoader() {
                    @Override
                    public Resource getResource(String location) {
                        var files = location.startsWith("classpath:") ? builtIn : beside;
                        var content = files.get(location.replaceFirst("^(classpath:|file:\\./)", ""));
                        return content == null ? new Missing() : new ByteArrayResource(content);
                    }
                },
                LanguagesFixture.builtIn());
    }

    private static final class Missing extends ByteArrayResource {

        Missing() {
            super(new byte[0]);
        }

        @Override
        public boolean exists() {
            return false;
        }
    }

    @Test
    void withoutFilesOfTheDistrictThoseBuiltInCount() throws IOException {
        var texts = texts();

        assertThat(texts.german(Form.SECRECY).title()).isEqualTo("Erklärung");
        assertThat(texts.in(PL, Form.SECRECY).orElseThrow().title()).isEqualTo("Oświadczenie");
        assertThat(texts.in(new Language("tr"), Form.SECRECY)).isEmpty();
    }

    @Test
    void aDistrictReplacesOrAddsATranslation() throws IOException {
        put(beside, "release_pl", POLISH.replace("Oświadczenie", "Deklaracja"));
        put(beside, "release_tr", GERMAN.replace("Erklärung", "Beyan"));
        var texts = texts();

        assertThat(texts.in(PL, Form.RELEASE).orElseThrow().title()).isEqualTo("Deklaracja");
        assertThat(texts.in(new Language("tr"), Form.RELEASE).orElseThrow().title())
                .isEqualTo("Beyan");
        assertThat(texts.in(PL, Form.SECRECY).orElseThrow().title()).isEqualTo("Oświadczenie");
    }

    @Test
    void aGermanTextOfTheDistrictDoesNotStandBesideABuiltInTranslation() throws IOException {
        put(beside, "release_de", GERMAN.replace("Absatz", "ganz anderer Absatz"));
        var texts = texts();

        assertThat(texts.german(Form.RELEASE).text("text-a")).isEqualTo("ganz anderer Absatz");
        assertThat(texts.in(PL, Form.RELEASE)).isEmpty();
        assertThat(texts.in(PL, Form.SECRECY)).isPresent();
    }

    @Test
    void aCopyOfTheBuiltInGermanTextChangesNothing() throws IOException {
        put(beside, "release_de", "# kopiert\r\n" + GERMAN);

        assertThat(texts().in(PL, Form.RELEASE)).isPresent();
    }

    @Test
    void aTranslationThatLacksAParagraphStopsTheStart() {
        put(beside, "release_pl", "[mark]\nWzór\n[title]\nOświadczenie\n");

        assertThatThrownBy(this::texts)
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("config/forms/release_pl.txt")
                .hasMessageContaining("release_de.txt");
    }

    @Test
    void paragraphsInAnotherOrderStopTheStart() {
        put(beside, "release_pl", "[title]\nOświadczenie\n[mark]\nWzór\n[text-a]\nAkapit\n");

        assertThatThrownBy(this::texts).isInstanceOf(StartupRefused.class);
    }

    @Test
    void aFileThatIsNotUtf8StopsTheStart() {
        beside.put("config/forms/secrecy_de.txt", GERMAN.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(this::texts)
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("secrecy_de.txt")
                .hasMessageContaining("UTF-8");
    }
}
