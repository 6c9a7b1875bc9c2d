package de.dolmetscherhotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.text.TextNetwork.Sent;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an error of the network means for a text. */
class TwilioTextsTest {

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(new TwilioRefused(400, 21610), Sent.OptedOut.class),
                Arguments.of(new TwilioRefused(400, 21211), Sent.NumberRefused.class),
                Arguments.of(new TwilioRefused(400, 21614), Sent.NumberRefused.class),
                Arguments.of(new TwilioRefused(400, 21606), Sent.Refused.class),
                Arguments.of(new TwilioRefused(401, 20003), Sent.Refused.class),
                Arguments.of(new TwilioRefused(429, 20429), Sent.TooMany.class),
                Arguments.of(new TwilioRefused(400, 21611), Sent.TooMany.class),
                Arguments.of(new IllegalStateException(new ConnectException()), Sent.TooMany.class),
                Arguments.of(new TwilioRefused(500, 20500), Sent.Unclear.class),
                Arguments.of(new TwilioRefused(503, 0), Sent.Unclear.class),
                Arguments.of(new TimeoutException(), Sent.Unclear.class));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void textIsSentAgainOnlyIfItCertainlyWasNot(Throwable error, Class<? extends Sent> meaning) {
        assertThat(TwilioTexts.notAccepted(error)).isInstanceOf(meaning);
    }
}
