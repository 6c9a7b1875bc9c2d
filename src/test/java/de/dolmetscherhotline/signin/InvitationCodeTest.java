package de.dolmetscherhotline.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationCodeTest {

    @Test
    void aCodeIsReadAsItIsWritten() {
        var code = InvitationCode.random();
        assertThat(code.written()).matches("(.{4}-){3}.{4}");
        assertThat(InvitationCode.of(code.written())).contains(code);
        assertThat(InvitationCode.of(code.text())).contains(code);
        assertThat(code.toString()).doesNotContain(code.text());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "7KQM-2XWP-H4RT", "7KQM-2XWP-H4RT-9BDE-2", "0KQM-2XWP-H4RT-9BDE", "7KQM-2XWP-H4RT-9BD!"})
    void whatIsNoCodeIsNotRead(String typed) {
        assertThat(InvitationCode.of(typed)).isEmpty();
    }
}
