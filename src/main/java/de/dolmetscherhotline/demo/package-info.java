/**
 * The demonstration: an invented pool for Landkreis Helmstedt, the simulated telephone network, and a page with everybody's
 * telephone. Only with {@code hotline.demo=true}.
 */
@ApplicationModule(
        allowedDependencies = {
            "availability",
            "kernel",
            "language",
            "line",
            "matching",
            "member",
            "organisation",
            "partner",
            "platform",
            "pool",
            "signin",
            "simulator",
            "staff"
        })
@NullMarked
package de.dolmetscherhotline.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
