/** The interpreter pool: who interprets which languages, and who is available. */
@ApplicationModule(
        allowedDependencies = {"availability", "kernel", "language", "line", "matching", "platform", "privacy"})
@NullMarked
package de.dolmetscherhotline.pool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
