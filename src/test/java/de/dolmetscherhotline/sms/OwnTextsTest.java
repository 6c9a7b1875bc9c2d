package de.dolmetscherhotline.sms;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.sms.TextCommand.NotUnderstood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
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
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return properties.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("moment.") && !key.startsWith("language."))
                .map(key -> Arguments.of(
                        properties.getProperty(key).replace("{0}", "18:00").replace("{1}", "47"),
                        file.getFileName() + " " + key));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("texts")
    void textOfOursIsNoCommand(String text, String key) {
        assertThat(Grammar.read(text)).as(key).isInstanceOf(NotUnderstood.class);
    }
}
