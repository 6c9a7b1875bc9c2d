package de.dolmetscherhotline.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yaml.snakeyaml.Yaml;

/** The statuses with which operations answer by the committed description of the API. */
final class DescribedStatuses {

    private static final List<Described> ALL = read();

    private DescribedStatuses() {}

    /** A path of the description, and the statuses of each of its methods. */
    private record Described(PathPattern path, Map<String, Set<String>> statuses) {}

    /** Whoever reads the description knows that the operation may answer so; other paths are none of its. */
    static void contain(HttpMethod method, String path, HttpStatusCode status) {
        statuses(method, path)
                .ifPresent(described -> assertThat(described)
                        .as("statuses of %s %s in the description of the API", method, path)
                        .contains(Integer.toString(status.value())));
    }

    private static Optional<Set<String>> statuses(HttpMethod method, String path) {
        var asked = PathContainer.parsePath(path);
        return ALL.stream()
                .filter(described -> described.path().matches(asked))
                .min(Comparator.comparing(Described::path))
                .flatMap(described -> Optional.ofNullable(described.statuses().get(method.name())));
    }

    private static List<Described> read() {
        try {
            Object description = new Yaml().load(Files.readString(Path.of("src/openapi/openapi.yaml")));
            return JsonPath.<Map<String, Map<String, Map<String, Map<String, Object>>>>>read(description, "$.paths")
                    .entrySet()
                    .stream()
                    .map(path -> described(path.getKey(), path.getValue()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Described described(String path, Map<String, Map<String, Map<String, Object>>> operations) {
        return new Described(
                PathPatternParser.defaultInstance.parse(path),
                operations.entrySet().stream()
                        .collect(Collectors.toMap(
                                operation -> operation.getKey().toUpperCase(Locale.ROOT),
                                operation -> operation
                                        .getValue()
                                        .getOrDefault("responses", Map.of())
                                        .keySet())));
    }
}
