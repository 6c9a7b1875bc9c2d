package de.dolmetscherhotline.availability;

import de.dolmetscherhotline.matching.Duty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is available at an instant.
 *
 * @param source why
 * @param until when the duty changes next, whatever the source is until then; null = not unless somebody says so
 */
public record Standing(Duty duty, Source source, @Nullable Instant until) {}
