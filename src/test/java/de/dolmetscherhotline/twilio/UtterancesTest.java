package de.dolmetscherhotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.LanguagesFixture;
import de.dolmetscherhotline.platform.StartupRefused;
import de.dolmetscherhotline.twilio.Utterance.Recorded;
import de.dolmetscherhotline.twilio.Utterance.Spoken;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.test.web.reactive.server.WebTestClient;

class UtterancesTest {

    private static final Language TURKISH = new Language("tr");
    private static final Language TIGRINYA = new Language("ti");
    private static final byte[] SOUND = {'R', 'I', 'F', 'F', 1, 2, 3, 4};

    @TempDir
    private Path directory;

    private Languages languages = LanguagesFixture.of("ar", "Arabisch", "40");

    @BeforeEach
    void takeTheBuiltInLanguages() throws IOException {
        languages = LanguagesFixture.builtIn();
    }

    @ParameterizedTest
    @FieldSource("de.dolmetscherhotline.twilio.Utterances#KEYS")
    void languageWithAVoiceIsSpoken(String key) {
        assertThat(utterances().of(key, TURKISH))
                .containsInstanceOf(Spoken.class)
                .get()
                .satisfies(utterance -> {
                    var spoken = (Spoken) utterance;
                    assertThat(spoken.text()).isNotBlank();
                    assertThat(spoken.voice()).isEqualTo("Polly.Burcu-Neural");
                    assertThat(spoken.languageCode()).isEqualTo("tr-TR");
                });
    }

    @ParameterizedTest
    @FieldSource("de.dolmetscherhotline.twilio.Utterances#KEYS")
    void languageWithoutAVoiceIsSilentUntilSomebodyRecordsIt(String key) throws IOException {
        assertThat(utterances().of(key, TIGRINYA)).isEmpty();

        record("ti/" + key + ".mp3");

        assertThat(utterances().of(key, TIGRINYA))
                .contains(new Recorded("https://hotline.example.org/assets/recordings/ti/" + key + ".mp3"));
    }

    @Test
    void recordingWinsOverTheVoiceAndWavOverMp3() throws IOException {
        record("tr/notice.mp3");
        record("tr/notice.wav");

        assertThat(utterances().of(Utterances.NOTICE, TURKISH))
                .contains(new Recorded("https://hotline.example.org/assets/recordings/tr/notice.wav"));
        assertThat(utterances().of(Utterances.PLEASE_WAIT, TURKISH)).containsInstanceOf(Spoken.class);
    }

    @Test
    void noticeIsAlsoThereInGermanAndInTheVoiceOfEverythingElse() {
        assertThat(utterances().of(Utterances.NOTICE, Utterances.GERMAN))
                .contains(new Spoken(
                        "Alle in diesem Gespräch sind zur Verschwiegenheit verpflichtet. Es wird nichts aufgezeichnet.",
                        "Polly.Vicki-Neural",
                        "de-DE"));
    }

    @Test
    void voiceWithoutATextSaysNothing() {
        assertThat(utterances().of(Utterances.NOTICE, new Language("th"))).isEmpty();
        assertThat(utterances().of(Utterances.NOTICE, new Language("xx"))).isEmpty();
    }

    @Test
    void whatIsAppendedIsTwimlThatTheVendorTakes() throws IOException {
        record("ti/notice.wav");
        var utterances = utterances();

        var told = new VoiceResponse.Builder();
        utterances.append(told, Utterances.NOTICE, TURKISH);
        utterances.append(told, Utterances.NOTICE, TIGRINYA);
        utterances.append(told, Utterances.PLEASE_WAIT, TIGRINYA);

        assertThat(parsed(told))
                .contains("<Say language=\"tr-TR\" voice=\"Polly.Burcu-Neural\">Bu görüşmedeki")
                .contains("<Play>https://hotline.example.org/assets/recordings/ti/notice.wav</Play>")
                .containsOnlyOnce("<Play>");
    }

    @Test
    void whatIsAppendedWhileKeysAreAwaitedIsTwimlThatTheVendorTakes() throws IOException {
        record("ti/please-wait.wav");
        var utterances = utterances();
        var gather = new Gather.Builder();
        utterances.append(gather, Utterances.PLEASE_WAIT, TURKISH);
        utterances.append(gather, Utterances.PLEASE_WAIT, TIGRINYA);
        utterances.append(gather, Utterances.NOTICE, TIGRINYA);

        assertThat(parsed(new VoiceResponse.Builder().gather(gather.build())))
                .containsSubsequence("<Gather", "<Say language=\"tr-TR\"", "<Play>", "ti/please-wait.wav", "</Gather>");
    }

    @Test
    void voiceThatTheNetworkDoesNotHaveIsRefusedAtTheStart() {
        for (var voice : new String[][] {{"Polly.Nobody", "tr-TR"}, {"Polly.Burcu-Neural", "xx-XX"}}) {
            languages = LanguagesFixture.spoken("tr", "Türkisch", "40", voice[0], voice[1]);
            assertThatExceptionOfType(StartupRefused.class)
                    .isThrownBy(this::utterances)
                    .withMessageContaining(voice[0])
                    .withMessageContaining(voice[1]);
        }
    }

    @Test
    void recordingIsServedReadOnlyAndMayBeKept() throws IOException {
        record("ti/notice.wav");
        record("ti/please-wait.mp3");

        var client = client();
        client.get()
                .uri("/assets/recordings/ti/notice.wav")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("audio/wav")
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=3600, public")
                .expectBody(byte[].class)
                .isEqualTo(SOUND);
        client.get()
                .uri("/assets/recordings/ti/please-wait.mp3")
                .exchange()
                .expectHeader()
                .contentType("audio/mpeg");
        client.put()
                .uri("/assets/recordings/ti/notice.wav")
                .exchange()
                .expectStatus()
                .isEqualTo(405);
    }

    @Test
    void nothingElseInTheDirectoryOrOutsideCanBeAskedFor() throws IOException {
        record("ti/secret.txt");
        record("ti/notice.txt");
        record("ti/other.wav");
        record("ti/deeper/notice.wav");
        record("../notice.wav");
        record("ti/notice.wav");

        var client = client();
        Files.delete(directory.resolve("recordings/ti/notice.wav"));
        for (var path : new String[] {
            "ti/secret.txt",
            "ti/notice.txt",
            "ti/other.wav",
            "ti/notice.wav",
            "ti/nobody-available.wav",
            "ti/deeper/notice.wav",
            "ti/deeper%2Fnotice.wav",
            "../notice.wav",
            "..%2F../notice.wav",
            "ti/..%2F..%2Fnotice.wav",
            "ti/..",
            "%2e%2e/notice.wav"
        }) {
            client.get()
                    .uri(URI.create("/assets/recordings/" + path))
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    private void record(String name) throws IOException {
        var file = directory.resolve("recordings").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, SOUND);
    }

    private WebTestClient client() {
        return WebTestClient.bindToController(new RecordingFiles(recordings())).build();
    }

    private Recordings recordings() {
        return new Recordings(directory.resolve("recordings").toString());
    }

    private Utterances utterances() {
        var urls = new WebhookUrls(new TwilioSettings(
                "AC00000000000000000000000000000000",
                "token",
                "",
                URI.create("https://api.twilio.com"),
                "https://hotline.example.org"));
        return new Utterances(languages, new Prompts(languages), recordings(), urls);
    }

    private static String parsed(VoiceResponse.Builder told) {
        var xml = told.build().toXml();
        assertThat(VoiceResponse.Builder.fromXml(xml).build().toXml()).isNotBlank();
        return xml;
    }
}
