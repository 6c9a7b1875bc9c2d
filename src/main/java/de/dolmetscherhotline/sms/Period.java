package de.dolmetscherhotline.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span of instants, without its end.
 *
 * @param until null = until further notice
 */
record Period(Instant from, @Nullable Instant until) {}
