package de.dolmetscherhotline.supplychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds what the build put into the jar against the advisories in the directory {@code HOTLINE_ADVISORIES}. Without that
 * directory nothing is checked, and that is said aloud; the README says where the data comes from.
 */
class KnownVulnerabilitiesIT {

    private static final Logger log = LoggerFactory.getLogger(KnownVulnerabilitiesIT.class);

    private static final Path BILL_OF_MATERIALS = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Path ACCEPTED = Path.of("src/test/resources/supplychain/accepted.txt");

    @Test
    void billOfMaterialsNamesWhatTheJarIsMadeOf() {
        assertThat(Component.of(BILL_OF_MATERIALS))
                .hasSizeGreaterThan(80)
                .extracting(Component::name)
                .contains("org.springframework:spring-webflux", "com.twilio.sdk:twilio", "io.netty:netty-handler");
    }

    @Test
    void noComponentHasAKnownVulnerabilityThatWasNotAccepted() throws IOException {
        var directory = System.getenv("HOTLINE_ADVISORIES");
        if (directory == null || directory.isBlank()) {
            say("NOT CHECKED against known vulnerabilities: HOTLINE_ADVISORIES names no directory, see README");
        }
        assumeTrue(directory != null && !directory.isBlank(), "no advisories");

        var advisories = Advisories.in(Path.of(directory));
        var components = Component.of(BILL_OF_MATERIALS);
        var found = advisories.about(components);
        say("%d components held against %d advisories of %s: %d concerned"
                .formatted(
                        components.size(),
                        advisories.all().size(),
                        advisories.date().map(Object::toString).orElse("no date"),
                        found.size()));
        assertThat(advisories.all()).as("advisories for Maven in %s", directory).isNotEmpty();
        assertThat(without(accepted(), found))
                .as("known vulnerabilities; update the library, or accept with a reason in %s", ACCEPTED)
                .isEmpty();
    }

    /** Advisory ids with the reason why they do not hurt here. */
    private static Map<String, String> accepted() throws IOException {
        return Files.readAllLines(ACCEPTED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    private static Map<String, List<Advisory>> without(
            Map<String, String> accepted, Map<String, List<Advisory>> found) {
        var open = new TreeMap<String, List<Advisory>>();
        found.forEach((component, advisories) -> {
            var rest = advisories.stream()
                    .filter(advisory -> !accepted.containsKey(advisory.id()))
                    .toList();
            if (!rest.isEmpty()) {
                open.put(component, rest);
            }
        });
        return open;
    }

    private static void say(String what) {
        log.warn(what);
    }
}
