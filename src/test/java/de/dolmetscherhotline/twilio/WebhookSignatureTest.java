package de.dolmetscherhotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The vectors of contract §1: made with the vendor's Node SDK, confirmed with its Java and Python SDKs. */
class WebhookSignatureTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String VOICE = "https://hotline.example.org/voice/incoming?tenant=7&lang=de";
    private static final String VOICE_SIGNATURE = "T0vDziwPneOIAB7ujqehCzGn2eQ=";

    private final WebhookSignature signature = new WebhookSignature(List.of(TOKEN));

    record Vector(String name, String token, String url, MultiValueMap<String, String> form, String signature) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> vectors() {
        return Stream.of(
                new Vector("post with query, empty value and hash key", TOKEN, VOICE, voiceForm(), VOICE_SIGNATURE),
                new Vector(
                        "get",
                        TOKEN,
                        "https://hotline.example.org/hold?CallSid=CA00000000000000000000000000000001&Digits=2",
                        form(),
                        "c8326rlUTbox4fDqiKpMkEZ5Eq0="),
                new Vector(
                        "json body, named by its hash in the URL",
                        TOKEN,
                        "https://hotline.example.org/events?bodySHA256="
                                + "27ebfe91a318dc07829eec267640f3751e9a3cdc12079c47803ad76b3404b82e",
                        form(),
                        "fpdB0m6OqAGvXTXQ/mvisj6wo0M="),
                new Vector(
                        "text in several scripts, ending with a blank",
                        TOKEN,
                        "https://hotline.example.org/sms",
                        form("Body", "Grüße, ጤና 👋 + space ", "From", "+4915112345678"),
                        "/C5lJWMfIUx8ojq4l+24QeT8L8c="),
                new Vector(
                        "order of names by byte",
                        TOKEN,
                        "https://hotline.example.org/x",
                        form("b", "1", "A", "2", "a", "3", "B", "4", "_x", "5", "A1", "6"),
                        "Mh6JvFcYn2gx0ZMmHVW4qCifsqY="),
                new Vector(
                        "query kept encoded",
                        TOKEN,
                        "https://hotline.example.org/v?state=a%2Bb%26c%20d&n=%C3%A9",
                        form("CallSid", "CA1"),
                        "x5X+2xc7G4brz9KAG4panXfo7pc="),
                new Vector(
                        "signed with port",
                        TOKEN,
                        "https://hotline.example.org:8443/voice?x=1",
                        form("A", "1"),
                        "/5/+PS3mtean3fpVjAOvyNmGc30="),
                new Vector(
                        "the vendor's old example",
                        "12345",
                        "https://mycompany.com/myapp.php?foo=1&bar=2",
                        form(
                                "CallSid",
                                "CA1234567890ABCDE",
                                "Caller",
                                "+14158675309",
                                "From",
                                "+14158675309",
                                "Digits",
                                "1234",
                                "To",
                                "+18005551212"),
                        "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyVectorIsAccepted(Vector vector) {
        var validator = new WebhookSignature(List.of(vector.token()));

        assertThat(validator.matches(vector.url(), vector.form(), vector.signature()))
                .isTrue();
    }

    @Test
    void otherSchemeIsRefused() {
        assertThat(signature.matches(VOICE.replace("https", "http"), voiceForm(), VOICE_SIGNATURE))
                .isFalse();
    }

    @Test
    void droppedParameterIsRefused() {
        var form = voiceForm();
        form.remove("CallerName");
        form.remove("ApiVersion");

        assertThat(signature.matches(VOICE, form, VOICE_SIGNATURE)).isFalse();
    }

    @Test
    void changedValueIsRefused() {
        var form = voiceForm();
        form.set("Digits", "2#");

        assertThat(signature.matches(VOICE, form, VOICE_SIGNATURE)).isFalse();
    }

    @Test
    void reorderedQueryIsRefused() {
        var reordered = "https://hotline.example.org/voice/incoming?lang=de&tenant=7";

        assertThat(signature.matches(reordered, voiceForm(), VOICE_SIGNATURE)).isFalse();
    }

    @Test
    void otherTokenIsRefused() {
        var other = new WebhookSignature(List.of("fedcba9876543210fedcba9876543210"));

        assertThat(other.matches(VOICE, voiceForm(), VOICE_SIGNATURE)).isFalse();
    }

    @Test
    void bothTokensAreAcceptedWhileOneIsReplaced() {
        var rotating = new WebhookSignature(List.of("fedcba9876543210fedcba9876543210", TOKEN));

        assertThat(rotating.matches(VOICE, voiceForm(), VOICE_SIGNATURE)).isTrue();
    }

    @Test
    void withoutAnyTokenNothingIsAccepted() {
        assertThat(new WebhookSignature(List.of()).matches(VOICE, voiceForm(), VOICE_SIGNATURE))
                .isFalse();
    }

    @Test
    void signatureOverTheUrlWithItsDefaultPortIsAccepted() {
        var withPort = "https://hotline.example.org:443/voice/incoming?tenant=7&lang=de";

        assertThat(signature.matches(withPort, voiceForm(), VOICE_SIGNATURE)).isTrue();
    }

    private static MultiValueMap<String, String> voiceForm() {
        return form(
                "CallSid", "CA00000000000000000000000000000001",
                "From", "+4915112345678",
                "To", "+4930123456",
                "Digits", "1#",
                "CallStatus", "in-progress",
                "CallerName", "",
                "ApiVersion", "2010-04-01");
    }

    private static MultiValueMap<String, String> form(String... namesAndValues) {
        var form = new LinkedMultiValueMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            form.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return form;
    }
}
