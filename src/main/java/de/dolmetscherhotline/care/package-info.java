/**
 * Looking after the pool: reminders of shifts, of obligations that run out, of hours that nobody covers, and of numbers that
 * cannot be reached. {@link de.dolmetscherhotline.care.Round} is what is looked after, again and again, in every district.
 */
@ApplicationModule(
        allowedDependencies = {
            "availability",
            "kernel",
            "language",
            "line",
            "matching",
            "platform",
            "pool",
            "text",
            "work"
        })
@NullMarked
package de.dolmetscherhotline.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
