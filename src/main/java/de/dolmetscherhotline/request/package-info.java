/**
 * What organisations ask for in writing: an interpreter now, found first and then connected by ringing them. Start with
 * {@link de.dolmetscherhotline.request.RequestDesk}.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "call",
            "call :: flow",
            "idempotency",
            "kernel",
            "language",
            "line",
            "live",
            "organisation",
            "partner",
            "platform",
            "pool",
            "privacy",
            "webhook",
            "work"
        })
@NullMarked
package de.dolmetscherhotline.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
