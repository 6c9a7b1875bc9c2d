/**
 * Wiring: clock, JSON form of shared values, problem details, start-up refusals, database constraints by name; the address of
 * the installation and the language of its pages.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package de.dolmetscherhotline.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
