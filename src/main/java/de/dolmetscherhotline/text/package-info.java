/** Texts we send: to whom, when it is too many, and what became of each. */
@ApplicationModule(allowedDependencies = {"kernel", "language", "line", "platform", "pool", "privacy", "work"})
@NullMarked
package de.dolmetscherhotline.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
