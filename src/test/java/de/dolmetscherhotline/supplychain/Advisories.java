package de.dolmetscherhotline.supplychain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import tools.jackson.databind.json.JsonMapper;

/** The advisories of a directory: JSON files and zip files of them, as osv.dev and the GitHub advisory database lay them out. */
record Advisories(List<Advisory> all) {

    static Advisories in(Path directory) {
        try (var files = Files.walk(directory)) {
            var all = new ArrayList<Advisory>();
            files.filter(Files::isRegularFile).sorted().forEach(file -> read(file, all));
            return new Advisories(List.copyOf(all));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void read(Path file, List<Advisory> all) {
        var name = file.getFileName().toString();
        try {
            if (name.endsWith(".json")) {
                try (var in = Files.newInputStream(file)) {
                    read(in).ifPresent(all::add);
                }
            } else if (name.endsWith(".zip") && !isOfAnotherEcosystem(file)) {
                readZip(file, all);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** {@code npm/all.zip} and the like, of which there may be many and large ones. */
    private static boolean isOfAnotherEcosystem(Path file) {
        return file.endsWith("all.zip") && !file.endsWith("Maven/all.zip");
    }

    private static void readZip(Path file, List<Advisory> all) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".json")) {
                    read(zip.getInputStream(entry)).ifPresent(all::add);
                }
            }
        }
    }

    private static Optional<Advisory> read(InputStream in) {
        return Advisory.of(JsonMapper.shared().readTree(in));
    }

    /** When the newest of them was last changed; empty if there are none. */
    Optional<Instant> date() {
        return all.stream().map(Advisory::modified).max(Comparator.naturalOrder());
    }

    /** What is known about these components, by component. */
    Map<String, List<Advisory>> about(List<Component> components) {
        var found = new TreeMap<String, List<Advisory>>();
        for (var component : components) {
            var concerning = all.stream().filter(one -> one.concerns(component)).toList();
            if (!concerning.isEmpty()) {
                found.put(component.toString(), concerning);
            }
        }
        return found;
    }
}
