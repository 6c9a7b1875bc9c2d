/**
 * The pool in the dashboard: the list of interpreters, a page for each of them, applications, trainings, and the whole pool as a
 * spreadsheet. Pages and forms only; what they show and change belongs to the packages that they use.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "availability",
            "call",
            "evaluation",
            "kernel",
            "language",
            "matching",
            "organisation",
            "platform",
            "pool",
            "recruiting",
            "recruiting::roster",
            "sheet",
            "staff",
            "training",
            "volunteer"
        })
@NullMarked
package de.dolmetscherhotline.dashboard.pool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
