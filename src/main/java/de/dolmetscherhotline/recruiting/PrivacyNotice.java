package de.dolmetscherhotline.recruiting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * What people who apply are told about their data: {@code config/privacy/notice_de.txt} and {@code notice_en.txt}, beside the
 * application or built in. Paragraphs are parted by empty lines; one that begins with {@code #} is a heading, one whose lines
 * begin with {@code -} a list.
 */
@Component
class PrivacyNotice {

    private static final List<String> LANGUAGES = List.of("de", "en");

    private final Map<String, Notice> notices;

    PrivacyNotice(ResourceLoader files) {
        notices =
                LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), tag -> read(files, tag)));
    }

    /**
     * A notice in one language.
     *
     * @param hash SHA-256, so that it can be shown to what somebody agreed
     */
    record Notice(List<Block> blocks, String hash) {}

    /** A part of a notice. */
    public record Block(Kind kind, List<String> lines) {}

    /** Heading, paragraph or list. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        LIST
    }

    /** In German, where there is none in the language. */
    Notice in(String language) {
        return Objects.requireNonNull(notices.getOrDefault(language, notices.get("de")));
    }

    private static Notice read(ResourceLoader files, String language) {
        var name = "config/privacy/notice_" + language + ".txt";
        var file = Stream.of("file:./" + name, "classpath:" + name)
                .map(files::getResource)
                .filter(found -> found.exists())
                .findFirst()
                .orElseThrow();
        try {
            var text = file.getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n");
            return new Notice(blocks(text), HexFormat.of().formatHex(Secrets.hash(text)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Block> blocks(String text) {
        return Arrays.stream(text.split("\n\\s*\n", -1))
                .map(String::strip)
                .filter(block -> !block.isEmpty())
                .map(PrivacyNotice::block)
                .toList();
    }

    private static Block block(String text) {
        if (text.startsWith("#")) {
            return new Block(Kind.HEADING, List.of(text.substring(1).strip()));
        }
        if (text.startsWith("-")) {
            return new Block(
                    Kind.LIST,
                    text.lines()
                            .map(line -> line.replaceFirst("^\\s*-\\s*", ""))
                            .toList());
        }
        return new Block(Kind.PARAGRAPH, List.of(text.replace('\n', ' ')));
    }
}
