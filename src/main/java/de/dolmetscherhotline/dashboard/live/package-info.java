/**
 * The live board, on which the dashboard opens: what goes on now in a district, and a coordinator's hand in a call. Start with
 * {@link de.dolmetscherhotline.dashboard.live.BoardPage}; why it is so stands in ADR 30.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "call",
            "call :: board",
            "call :: flow",
            "kernel",
            "language",
            "line",
            "live",
            "matching",
            "organisation",
            "platform",
            "pool",
            "staff",
            "work"
        })
@NullMarked
package de.dolmetscherhotline.dashboard.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
