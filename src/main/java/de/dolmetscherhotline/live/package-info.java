/** What Redis carries: things that may be lost. Everything here has an answer for when Redis is away. */
@ApplicationModule(allowedDependencies = {"platform", "privacy"})
@NullMarked
package de.dolmetscherhotline.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
