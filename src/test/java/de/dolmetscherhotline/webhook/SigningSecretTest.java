package de.dolmetscherhotline.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

    /** The example with which libraries that check such signatures are tested. */
    @Test
    void signatureIsThatOfStandardWebhooks() {
        var secret = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        var signature = secret.signature(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void secretsAreLongDifferentAndNotPrinted() {
        var one = SigningSecret.random();
        var other = SigningSecret.random();

        assertThat(one).isNotEqualTo(other);
        assertThat(one.text()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(one.text().substring("whsec_".length())))
                .hasSize(32);
        assertThat(one.toString()).doesNotContain(one.text().substring("whsec_".length()));
    }

    @Test
    void everythingThatIsSignedChangesTheSignature() {
        var secret = SigningSecret.random();
        var now = Instant.parse("2026-11-23T09:00:00Z");
        var signature = secret.signature("msg_1", now, "{}");

        assertThat(secret.signature("msg_2", now, "{}")).isNotEqualTo(signature);
        assertThat(secret.signature("msg_1", now.plusSeconds(1), "{}")).isNotEqualTo(signature);
        assertThat(secret.signature("msg_1", now, "{ }")).isNotEqualTo(signature);
        assertThat(SigningSecret.random().signature("msg_1", now, "{}")).isNotEqualTo(signature);
    }
}
