/** The portal's pages for what organisations ask for in writing; the frame around them is the package {@code member}. */
@ApplicationModule(
        allowedDependencies = {
            "appointment",
            "appointment :: form",
            "call :: guest",
            "kernel",
            "language",
            "line",
            "mail",
            "member",
            "organisation",
            "platform",
            "pool",
            "privacy",
            "request",
            "work"
        })
@NullMarked
package de.dolmetscherhotline.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
