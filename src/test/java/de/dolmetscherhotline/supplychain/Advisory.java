package de.dolmetscherhotline.supplychain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An advisory in the form of the Open Source Vulnerability schema (https://ossf.github.io/osv-schema/), as far as it
 * concerns Maven.
 */
record Advisory(String id, List<String> aliases, String summary, Instant modified, List<Affected> affected) {

    private static final String ECOSYSTEM = "Maven";

    /** Empty if it was withdrawn or concerns nothing of Maven's. */
    static Optional<Advisory> of(JsonNode document) {
        var affected = stream(document.path("affected"))
                .filter(node -> ecosystem(node).equals(ECOSYSTEM))
                .map(Affected::of)
                .toList();
        return affected.isEmpty() || document.hasNonNull("withdrawn")
                ? Optional.empty()
                : Optional.of(new Advisory(
                        document.path("id").asString(),
                        stream(document.path("aliases")).map(JsonNode::asString).toList(),
                        document.path("summary").asString(""),
                        Instant.parse(document.path("modified").asString()),
                        affected));
    }

    /** Without the repository that may follow it: {@code Maven:https://…}. */
    private static String ecosystem(JsonNode affected) {
        return affected.path("package").path("ecosystem").asString("").replaceFirst(":.*", "");
    }

    boolean concerns(Component component) {
        return affected.stream().anyMatch(one -> one.covers(component));
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return nodes.valueStream();
    }

    @Override
    public String toString() {
        return id + (aliases.isEmpty() ? "" : " " + aliases) + " " + summary;
    }

    /**
     * Versions of one artifact.
     *
     * @param versions named one by one
     */
    private record Affected(String name, List<String> versions, List<Range> ranges) {

        private static Affected of(JsonNode node) {
            return new Affected(
                    node.path("package").path("name").asString(),
                    stream(node.path("versions")).map(JsonNode::asString).toList(),
                    stream(node.path("ranges"))
                            .filter(range -> range.path("type").asString("").equals("ECOSYSTEM"))
                            .map(Range::of)
                            .toList());
        }

        private boolean covers(Component component) {
            return name.equals(component.name())
                    && (versions.contains(component.version())
                            || ranges.stream().anyMatch(range -> range.covers(component.version())));
        }
    }

    /** Alternating: from here on affected, from here on not. */
    private record Range(List<Event> events) {

        private static Range of(JsonNode node) {
            var events = new ArrayList<Event>();
            for (var event : node.path("events")) {
                event.properties()
                        .forEach(entry -> events.add(new Event(
                                Event.Kind.of(entry.getKey()), entry.getValue().asString())));
            }
            events.sort(Comparator.naturalOrder());
            return new Range(List.copyOf(events));
        }

        private boolean covers(String version) {
            var affected = false;
            for (var event : events) {
                affected = event.after(version, affected);
            }
            return affected;
        }
    }

    private record Event(Kind kind, String version) implements Comparable<Event> {

        /** In the order in which they count at the same version. */
        private enum Kind {
            INTRODUCED,
            FIXED,
            LAST_AFFECTED,
            OTHER;

            private static Kind of(String word) {
                return switch (word) {
                    case "introduced" -> INTRODUCED;
                    case "fixed" -> FIXED;
                    case "last_affected" -> LAST_AFFECTED;
                    default -> OTHER;
                };
            }
        }

        /** Whether the version is affected, seen this event. */
        private boolean after(String candidate, boolean before) {
            int order = compare(candidate, version);
            return switch (kind) {
                case INTRODUCED -> order >= 0 || before;
                case FIXED -> order < 0 && before;
                case LAST_AFFECTED -> order <= 0 && before;
                case OTHER -> before;
            };
        }

        /** "0" is before every version. */
        private static int compare(String one, String other) {
            return other.equals("0") ? 1 : new ComparableVersion(one).compareTo(new ComparableVersion(other));
        }

        private @Nullable ComparableVersion order() {
            return version.equals("0") ? null : new ComparableVersion(version);
        }

        @Override
        public int compareTo(Event other) {
            return Comparator.comparing(Event::order, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Event::kind)
                    .compare(this, other);
        }
    }
}
