package de.dolmetscherhotline.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    private static final String UUID = "8e03978e-40d5-43dd-bc93-6894a57f9324";

    @Test
    void quotesDoNotBelongToTheKey() {
        assertReads(UUID, "\"" + UUID + "\"");
        assertReads(UUID, UUID);
        assertReads(UUID, "  \"" + UUID + "\" ");
    }

    @Test
    void anythingPrintableMayStandInQuotes() {
        assertReads("Auftrag 47, Zimmer [3]", "\"Auftrag 47, Zimmer [3]\"");
        assertReads("a\"b\\c", "\"a\\\"b\\\\c\"");
        assertReads("$1", "\"$1\"");
    }

    @Test
    void keyHasAtMost255Characters() {
        assertReads("x".repeat(255), "\"" + "x".repeat(255) + "\"");
        assertReads("\"".repeat(255), "\"" + "\\\"".repeat(255) + "\"");
        assertThat(IdempotencyKey.of(List.of("\"" + "x".repeat(256) + "\""))).isEmpty();
        assertThat(IdempotencyKey.of(List.of("x".repeat(256)))).isEmpty();
        assertThat(IdempotencyKey.of(List.of("\"" + "x".repeat(16_000) + "\""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"\"",
                "\"",
                "\"a",
                "a\"",
                "\"a\"b\"",
                "\"a\\b\"",
                "\"a\\\"",
                "\"a\", \"b\"",
                "a b",
                "a,b",
                "\"ä\"",
                "\"a\tb\"",
                "\"a\u0000b\"",
                "\"a\nb\""
            })
    void anythingElseIsNoKey(String value) {
        assertThat(IdempotencyKey.of(List.of(value))).isEmpty();
    }

    @Test
    void twoHeadersAreNoKey() {
        assertThat(IdempotencyKey.of(List.of("a", "a"))).isEmpty();
        assertThat(IdempotencyKey.of(List.of())).isEmpty();
    }

    private static void assertReads(String key, String value) {
        assertThat(IdempotencyKey.of(List.of(value))).contains(new IdempotencyKey(key));
    }
}
