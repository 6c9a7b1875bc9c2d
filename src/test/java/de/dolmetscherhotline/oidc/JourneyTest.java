package de.dolmetscherhotline.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JourneyTest {

    private static final String WORD = "ReA_k-0123456789abcdefghij012345678901234567=";

    @Test
    void whatACookieKeepsIsReadAsItWas() {
        var journey = new Journey(WORD, WORD + "n", WORD + "v", "/portal/members?done=ä; x,y.z");
        assertThat(Journey.in(journey.cookie())).contains(journey);
        assertThat(journey.cookie()).matches("[\\x21-\\x7e&&[^\",;\\\\]]+");
        assertThat(journey.toString()).isEqualTo("Journey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "...",
                "short.short.short./portal",
                WORD + "." + WORD,
                WORD + "." + WORD + "." + WORD + ".%zz"
            })
    void whatIsNoneIsNotRead(String cookie) {
        assertThat(Journey.in(cookie)).isEmpty();
    }
}
