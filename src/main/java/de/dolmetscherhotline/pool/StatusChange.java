package de.dolmetscherhotline.pool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody got another status.
 *
 * @param before null = she came into the pool with it
 */
public record StatusChange(Instant at, @Nullable Status before, Status after) {}
