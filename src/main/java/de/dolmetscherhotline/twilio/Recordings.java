package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.kernel.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Recordings that a district keeps beside the application, as {@code <tag>/<key>.wav} or {@code .mp3}. Which there are is
 * found out once, at the start: nothing else in the directory can be asked for.
 */
@Component
class Recordings {

    private static final Pattern NAME = Pattern.compile(
            "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*/(%s)\\.(wav|mp3)".formatted(String.join("|", Utterances.KEYS)));

    private final Map<String, Path> byName;

    Recordings(@Value("${hotline.recordings-directory:config/recordings}") String directory) {
        this.byName = found(Path.of(directory));
    }

    private static Map<String, Path> found(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.walk(directory, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> NAME.matcher(name(directory, file)).matches())
                    .collect(Collectors.toUnmodifiableMap(file -> name(directory, file), Function.identity()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path directory, Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    /** The name of the recording of a text, such as {@code ti/notice.wav}; WAV wins over MP3. */
    Optional<String> find(String key, Language language) {
        return Stream.of(".wav", ".mp3")
                .map(type -> language + "/" + key + type)
                .filter(byName::containsKey)
                .findFirst();
    }

    /** The file of a recording; empty if there was none of this name at the start. */
    Optional<Path> file(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
