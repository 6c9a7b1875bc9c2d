/**
 * The call: its state, its log and the desk where everything that happens to it comes in. Start with
 * {@link de.dolmetscherhotline.call.CallDesk}; the course itself is in {@code call.flow}.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "callout",
            "kernel",
            "language",
            "line",
            "live",
            "matching",
            "organisation",
            "partner",
            "platform",
            "pool",
            "privacy",
            "text",
            "work"
        })
@NullMarked
package de.dolmetscherhotline.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
