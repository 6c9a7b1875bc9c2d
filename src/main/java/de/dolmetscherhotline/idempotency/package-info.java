/**
 * Requests that may be sent again without doing anything twice. Start with
 * {@link de.dolmetscherhotline.idempotency.Idempotency}.
 */
@ApplicationModule(allowedDependencies = {"access", "kernel", "platform", "privacy", "work"})
@NullMarked
package de.dolmetscherhotline.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
