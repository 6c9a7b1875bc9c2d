package de.dolmetscherhotline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The vectors of contract §1. */
class SignerTest {

    private static final String CALL = "CA00000000000000000000000000000001";
    private static final Map<String, String> VOICE = Map.of(
            "CallSid", CALL,
            "From", "+4915112345678",
            "To", "+4930123456",
            "Digits", "1#",
            "CallStatus", "in-progress",
            "CallerName", "",
            "ApiVersion", "2010-04-01");
    private static final String VOICE_URL = "https://hotline.example.org/voice/incoming?tenant=7&lang=de";

    private final Signer signer = new Signer("0123456789abcdef0123456789abcdef");

    @Test
    void aPostIsSignedOverItsUrlAndSortedParameters() {
        assertThat(signer.sign(VOICE_URL, VOICE)).isEqualTo("T0vDziwPneOIAB7ujqehCzGn2eQ=");
    }

    @Test
    void aGetIsSignedOverItsUrl() {
        assertThat(signer.sign("https://hotline.example.org/hold?CallSid=" + CALL + "&Digits=2", Map.of()))
                .isEqualTo("c8326rlUTbox4fDqiKpMkEZ5Eq0=");
    }

    @Test
    void blanksAndOtherScriptsCount() {
        var form = Map.of("Body", "Grüße, ጤና 👋 + space ", "From", "+4915112345678");
        assertThat(signer.sign("https://hotline.example.org/sms", form)).isEqualTo("/C5lJWMfIUx8ojq4l+24QeT8L8c=");
    }

    @Test
    void namesAreSortedByBytes() {
        var form = Map.of("b", "1", "A", "2", "a", "3", "B", "4", "_x", "5", "A1", "6");
        assertThat(signer.sign("https://hotline.example.org/x", form)).isEqualTo("Mh6JvFcYn2gx0ZMmHVW4qCifsqY=");
    }

    @Test
    void theQueryStaysEncoded() {
        assertThat(signer.sign("https://hotline.example.org/v?state=a%2Bb%26c%20d&n=%C3%A9", Map.of("CallSid", "CA1")))
                .isEqualTo("x5X+2xc7G4brz9KAG4panXfo7pc=");
    }

    @Test
    void thePortBelongsToTheUrl() {
        assertThat(signer.sign("https://hotline.example.org:8443/voice?x=1", Map.of("A", "1")))
                .isEqualTo("/5/+PS3mtean3fpVjAOvyNmGc30=");
    }

    @Test
    void theVendorsOldExampleHolds() {
        var form = Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675309",
                "From", "+14158675309",
                "Digits", "1234",
                "To", "+18005551212");
        assertThat(new Signer("12345").sign("https://mycompany.com/myapp.php?foo=1&bar=2", form))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void aFragmentIsNotSigned() {
        assertThat(signer.sign(VOICE_URL + "#rc=2", VOICE)).isEqualTo(signer.sign(VOICE_URL, VOICE));
    }
}
