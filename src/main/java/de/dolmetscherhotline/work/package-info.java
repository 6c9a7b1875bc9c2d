/**
 * Durable timers and outbox: one table, at-least-once, with leases. What is enqueued in a transaction happens after it,
 * also if this process dies in between.
 */
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
@NullMarked
package de.dolmetscherhotline.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
