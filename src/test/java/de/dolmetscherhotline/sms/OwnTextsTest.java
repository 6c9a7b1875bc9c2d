package de.dolmetscherhotline.sms;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.sms.TextCommand.NotUnderstood;
import de.dolmetscherhotline.testsupport.MessageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What we text is no command to us: two machines that repeat each other's words change nothing. */
class OwnTextsTest {

    static Stream<Arguments> texts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("config/prompts"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("texts_")).sorted().toList().stream()
                    .flatMap(OwnTextsTest::texts);
        }
    }

    private static Stream<Arguments> texts(Path file) {
        return new MessageFile(file)
                .texts().entrySet().stream()
                        .filter(text -> !text.getKey().startsWith("moment.")
                                && !text.getKey().startsWith("language."))
                        .map(text -> Arguments.of(
                                text.getValue().replace("{0}", "18:00").replace("{1}", "47"),
                                file.getFileName() + " " + text.getKey()));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("texts")
    void textOfOursIsNoCommand(String text, String key) {
        assertThat(Grammar.read(text)).as(key).isInstanceOf(NotUnderstood.class);
    }
}
