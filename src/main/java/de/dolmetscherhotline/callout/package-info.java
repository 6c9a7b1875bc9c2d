/**
 * The call for volunteers who are off duty: when those on duty do not suffice, others are asked by text, and the first who
 * says yes is rung.
 */
@ApplicationModule(allowedDependencies = {"availability", "kernel", "matching", "pool", "text"})
@NullMarked
package de.dolmetscherhotline.callout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
