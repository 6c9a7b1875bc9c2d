/**
 * When members of the pools may be rung: what they said, their absences, their plan of the week, and how much they agreed to
 * be disturbed. {@link de.dolmetscherhotline.availability.Availability} is the rule,
 * {@link de.dolmetscherhotline.availability.Availabilities} what is stored.
 */
@ApplicationModule(allowedDependencies = {"kernel", "line", "matching", "platform", "work"})
@NullMarked
package de.dolmetscherhotline.availability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
