/**
 * How the pool grows: somebody applies on the public page, is invited by the coordinator, or stands in a list that is
 * imported.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "language",
            "line",
            "live",
            "platform",
            "pool",
            "privacy",
            "sheet",
            "text",
            "work"
        })
@NullMarked
package de.dolmetscherhotline.recruiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
