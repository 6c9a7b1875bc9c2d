package de.dolmetscherhotline.testsupport;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Texts in a file of properties, read as it is. */
public record MessageFile(Path path) {

    /** The file of this kind in this language, among what is said and texted. */
    public static MessageFile ofPrompts(String kind, String tag) {
        return new MessageFile(Path.of("config", "prompts", kind + "_" + tag + ".properties"));
    }

    public Map<String, String> texts() {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    public List<String> lines() {
        try {
            return Files.readAllLines(path);
        } catch (CharacterCodingException notUtf8) {
            throw new AssertionError(path + " is not UTF-8", notUtf8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
