package de.dolmetscherhotline.call.flow;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a line says and offers while it is closed.
 *
 * @param text the line's own sentence; null for the usual one
 */
public record ClosedHours(@Nullable String text, Set<Choice> choices) {

    public ClosedHours {
        choices = Set.copyOf(choices);
    }

    /** What a caller may ask for although the line is closed. */
    public enum Choice {
        EMERGENCY,
        COORDINATOR,
        PROFESSIONAL_PROVIDER
    }
}
