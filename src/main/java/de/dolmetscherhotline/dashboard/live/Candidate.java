package de.dolmetscherhotline.dashboard.live;

import de.dolmetscherhotline.kernel.InterpreterId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a coordinator may let ring, as a page shows her.
 *
 * @param although what stands against it, completing a sentence that begins with the name; null if nothing does
 */
public record Candidate(
        InterpreterId id, String name, @Nullable String although) {}
