/**
 * Pages of the dashboard on which coordinators text many members of the pool at once. Start with
 * {@link de.dolmetscherhotline.dashboard.texts.BulkPage}.
 */
@ApplicationModule(
        allowedDependencies = {"audit", "availability", "kernel", "language", "pool", "staff", "text", "work"})
@NullMarked
package de.dolmetscherhotline.dashboard.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
