package de.dolmetscherhotline.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.MessageFile;
import de.dolmetscherhotline.webhook.ReceiverWords.Result;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What came of an attempt, and how it goes, has words. */
class ReceiverWordsTest {

    private final MessageFile texts = new MessageFile(Path.of("src/main/resources/messages/portal.properties"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delivered",
                "switched_off",
                "given_up",
                "status_503",
                "forbidden_address",
                "unknown_host",
                "not_trusted",
                "timed_out",
                "unreachable"
            })
    void everyResultHasWords(String result) {
        assertThat(texts.texts()).containsKey(Result.of(result).key());
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasWords(Receiver.State state) {
        assertThat(texts.texts())
                .containsKey("portal.webhook.state."
                        + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Test
    void statusGoesIntoTheWords() {
        assertThat(Result.of("status_503")).isEqualTo(new Result("portal.webhook.result.status", "503"));
    }
}
