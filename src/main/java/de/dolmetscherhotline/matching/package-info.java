/**
 * Who may take a call, in which order, how many phones ring at once, and why somebody was left out (design §5).
 *
 * <p>Pure policy: no I/O, no clock, no framework; the same facts always give the same answer. Start at
 * {@link MatchingPolicy}.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package de.dolmetscherhotline.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
