package de.dolmetscherhotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import reactor.test.StepVerifier;

class ApiKeysTest {

    @Test
    void theConfiguredKeyIsRecognised() {
        new ApiKeys(new ApiKeySettings("secret"))
                .authenticate(claim("secret"))
                .as(StepVerifier::create)
                .assertNext(caller -> assertThat(caller.isAuthenticated()).isTrue())
                .verifyComplete();
    }

    @Test
    void withoutAConfiguredKeyNobodyIsRecognised() {
        for (String configured : new String[] {"", "  "}) {
            new ApiKeys(new ApiKeySettings(configured))
                    .authenticate(claim(configured))
                    .as(StepVerifier::create)
                    .verifyError(BadCredentialsException.class);
        }
    }

    @Test
    void theKeyIsNotShownInALogLine() {
        assertThat(new ApiKeySettings("secret").toString()).doesNotContain("secret");
    }

    private static Authentication claim(String key) {
        return UsernamePasswordAuthenticationToken.unauthenticated("api-key", key);
    }
}
