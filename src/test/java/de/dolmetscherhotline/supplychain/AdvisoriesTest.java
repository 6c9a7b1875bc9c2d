package de.dolmetscherhotline.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check itself, on a bill of materials that is bad on purpose and on advisories as they are published. */
class AdvisoriesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/supplychain");

    private final Advisories advisories = Advisories.in(FIXTURES.resolve("advisories"));

    @Test
    void badBillOfMaterialsIsFound() {
        var components = Component.of(FIXTURES.resolve("bad.cdx.json"));

        assertThat(components).extracting(Component::toString).contains("org.apache.logging.log4j:log4j-core:2.14.1");
        assertThat(advisories.about(components).entrySet().stream()
                        .flatMap(found ->
                                found.getValue().stream().map(advisory -> found.getKey() + " " + advisory.id())))
                .containsExactly(
                        "org.apache.logging.log4j:log4j-core:2.14.1 GHSA-jfh8-c2jp-5v3q",
                        "org.example:nested:1.0 TEST-2026-0001");
    }

    @ParameterizedTest
    @CsvSource({
        "2.0-beta8, false",
        "2.0-beta9, true",
        "2.3, true",
        "2.3.1, false",
        "2.4, true",
        "2.12.1, true",
        "2.12.2, false",
        "2.13.0, true",
        "2.14.1, true",
        "2.15.0, false",
        "2.25.3, false",
    })
    void rangesBeginWithTheirFirstVersionAndEndBeforeTheFixedOne(String version, boolean concerned) {
        var component = new Component("org.apache.logging.log4j:log4j-core", version);

        assertThat(advisories.about(List.of(component)).isEmpty()).isNotEqualTo(concerned);
    }

    @ParameterizedTest
    @CsvSource({"0.1, true", "1.0, true", "1.5, true", "1.6, false", "3.0-special, true", "3.0, false"})
    void lastAffectedVersionAndNamedVersionsCount(String version, boolean concerned) {
        var component = new Component("org.example:nested", version);

        assertThat(advisories.about(List.of(component)).isEmpty()).isNotEqualTo(concerned);
    }

    @Test
    void withdrawnAdvisoriesAndThoseOfOtherEcosystemsAreLeftAlone() {
        assertThat(advisories.all()).extracting(Advisory::id).doesNotContain("TEST-2026-0002", "TEST-2026-0003");
        assertThat(advisories.about(
                        List.of(new Component("org.example:withdrawn", "1.0"), new Component("left-pad", "1.0"))))
                .isEmpty();
    }

    @Test
    void dateIsThatOfTheNewestAdvisory() {
        assertThat(advisories.date()).contains(Instant.parse("2026-11-01T08:00:00Z"));
        assertThat(new Advisories(List.of()).date()).isEmpty();
    }

    @Test
    void zipFilesAreReadAsTheyAreDownloaded(@TempDir Path directory) throws IOException {
        zip(
                directory.resolve("Maven/all.zip"),
                Files.readString(FIXTURES.resolve("advisories/GHSA-jfh8-c2jp-5v3q.json")));
        zip(directory.resolve("npm/all.zip"), "not even JSON");

        assertThat(Advisories.in(directory).all()).extracting(Advisory::id).containsExactly("GHSA-jfh8-c2jp-5v3q");
    }

    private static void zip(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("one.json"));
            zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
