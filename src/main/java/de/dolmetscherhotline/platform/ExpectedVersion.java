package de.dolmetscherhotline.platform;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which version of something a client wants to change (RFC 9110, If-Match), so that it does not overwrite what it has not
 * seen. A version that a proxy has marked as weak counts as well: it names what is stored, not the bytes of an answer.
 *
 * @param tags the entity tags that are admitted, quoted; empty = any version
 */
public record ExpectedVersion(List<String> tags) {

    public ExpectedVersion {
        tags = List.copyOf(tags);
    }

    /** Whatever is there is to be changed. */
    public static ExpectedVersion any() {
        return new ExpectedVersion(List.of());
    }

    /** This version and no other. */
    public static ExpectedVersion exactly(long version) {
        return new ExpectedVersion(List.of(tag(version)));
    }

    /** What the header says; any version without it. What is no entity tag admits nothing. */
    public static ExpectedVersion from(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return any();
        }
        return new ExpectedVersion(Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .toList());
    }

    public boolean admits(long version) {
        return tags.isEmpty() || tags.contains(tag(version));
    }

    /** The entity tag of a version, for the header ETag. */
    public static String tag(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
