package de.dolmetscherhotline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    /** {@code 12345678901234567890}, as in appendix B of RFC 6238. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** The last six of the eight digits of the appendix. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @Test
    void clocksMayDifferByOneStepAndNoMore() {
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(0))).hasValue(1);
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(89))).hasValue(1);
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(90))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "28708", "2870820", "287083", "abcdef", "２８７０８２"})
    void whatIsNoCodeIsNotTaken(String typed) {
        assertThat(Totp.step(SECRET, typed, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void appsReadWhoseSecretItIs() {
        assertThat(Totp.address(SECRET, "vogel+x@landkreis.example"))
                .isEqualTo("otpauth://totp/Dolmetscher-Hotline:vogel%2Bx%40landkreis.example?secret=" + SECRET
                        + "&issuer=Dolmetscher-Hotline");
        assertThat(Totp.newSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.newSecret());
    }
}
