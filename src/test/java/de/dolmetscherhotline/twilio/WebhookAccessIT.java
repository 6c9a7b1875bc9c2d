package de.dolmetscherhotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;

/** Whom the webhooks listen to, as seen from outside. */
class WebhookAccessIT extends HotlineIT {

    private static final String PATH = "/twilio/voice";
    private static final Map<String, String> FORM = Map.of(
            "CallSid", "CA00000000000000000000000000000abc",
            "From", "anonymous",
            "To", "+493023125999",
            "CallStatus", "ringing",
            "CallerName", "",
            "Remark", "Grüße, ጤና 👋 + space ");

    @Test
    void signedRequestIsAnswered() throws Exception {
        Answer.to(post(PATH, FORM, signature(TestTelephony.PUBLIC_URL + PATH, TestTelephony.AUTH_TOKEN)))
                .hasStatus(200);
    }

    @Test
    void answerIsXml() throws Exception {
        var answer = Answer.to(post(PATH, FORM, signature(TestTelephony.PUBLIC_URL + PATH, TestTelephony.AUTH_TOKEN)));

        assertThat(answer.headers().getContentType()).matches(MediaType.APPLICATION_XML::isCompatibleWith);
        assertThat(answer.body()).contains("<Response>");
    }

    @Test
    void requestWithoutSignatureIsRefused() {
        Answer.to(anonymous()
                        .post()
                        .uri(PATH)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .bodyValue(encoded(FORM)))
                .hasStatus(403);
    }

    @Test
    void signatureWithAnotherTokenIsRefused() throws Exception {
        Answer.to(post(PATH, FORM, signature(TestTelephony.PUBLIC_URL + PATH, "another-token")))
                .hasStatus(403);
    }

    @Test
    void signatureForAnotherHostIsRefused() throws Exception {
        Answer.to(post(PATH, FORM, signature("https://elsewhere.example.org" + PATH, TestTelephony.AUTH_TOKEN)))
                .hasStatus(403);
    }

    @Test
    void forwardedHostIsNotBelieved() throws Exception {
        var forged = post(PATH, FORM, signature("https://elsewhere.example.org" + PATH, TestTelephony.AUTH_TOKEN))
                .header("X-Forwarded-Host", "elsewhere.example.org")
                .header("X-Forwarded-Proto", "https");

        Answer.to(forged).hasStatus(403);
    }

    @Test
    void changedParameterIsRefused() throws Exception {
        var changed = new TreeMap<>(FORM);
        changed.put("To", "+493023125998");

        Answer.to(post(PATH, changed, signature(TestTelephony.PUBLIC_URL + PATH, TestTelephony.AUTH_TOKEN)))
                .hasStatus(403);
    }

    @Test
    void bodyThatIsNoFormIsRefused() {
        Answer.to(anonymous()
                        .post()
                        .uri(PATH)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("X-Twilio-Signature", "fpdB0m6OqAGvXTXQ/mvisj6wo0M=")
                        .bodyValue("{\"event\":\"x\",\"n\":1}"))
                .hasStatus(403);
    }

    @Test
    void formOfAnUnreasonableSizeIsRefused() throws Exception {
        Answer.to(post(PATH, Map.of("Body", "x".repeat(300 << 10)), signature(TestTelephony.PUBLIC_URL + PATH, "any")))
                .hasStatus(403);
    }

    @Test
    void formOfUnreasonablyManyParametersIsRefusedEvenIfItIsSigned() throws Exception {
        var many = new TreeMap<String, String>();
        IntStream.range(0, 101).forEach(n -> many.put("P" + n, ""));

        Answer.to(post(PATH, many, signature(TestTelephony.PUBLIC_URL + PATH, TestTelephony.AUTH_TOKEN, many)))
                .hasStatus(403);
    }

    @Test
    void addressOfUnreasonableLengthIsRefused() {
        Answer.to(anonymous().get().uri("/api/v1/languages?q=" + "x".repeat(10 << 10)))
                .hasStatus(414);
    }

    @Test
    void headersOfAnUnreasonableSizeAreRefused() {
        Answer.to(anonymous().get().uri("/api/v1/languages").header("X-Long", "x".repeat(20 << 10)))
                .hasStatus(431);
    }

    @Test
    void readingAWebhookIsRefused() {
        Answer.to(anonymous().get().uri(PATH)).hasStatus(403);
    }

    private RequestHeadersSpec<?> post(String path, Map<String, String> form, String signature) {
        return anonymous()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("X-Twilio-Signature", signature)
                .bodyValue(encoded(form));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** As the vendor describes it (contract §1), independent of our own code. */
    private static String signature(String url, String token) throws Exception {
        return signature(url, token, FORM);
    }

    private static String signature(String url, String token, Map<String, String> form) throws Exception {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        var data = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> data.append(name).append(value));
        return Base64.getEncoder().encodeToString(mac.doFinal(data.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
