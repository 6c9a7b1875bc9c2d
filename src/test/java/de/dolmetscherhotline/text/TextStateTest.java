package de.dolmetscherhotline.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.platform.SqlValues;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextStateTest {

    @Test
    void newsThatComeLateReplaceNothing() {
        assertThat(TextState.ACCEPTED.replaceable())
                .contains("sending", "unclear")
                .doesNotContain("sent", "delivered");
        assertThat(TextState.SENT.replaceable()).contains("accepted", "unclear").doesNotContain("delivered", "failed");
    }

    @Test
    void lastWordIsFinal() {
        var last = Stream.of(
                        TextState.DELIVERED,
                        TextState.UNDELIVERED,
                        TextState.FAILED,
                        TextState.WITHHELD,
                        TextState.REFUSED)
                .map(SqlValues::word)
                .toList();
        assertThat(TextState.values())
                .allSatisfy(state -> assertThat(state.replaceable()).doesNotContainAnyElementsOf(last));
    }
}
