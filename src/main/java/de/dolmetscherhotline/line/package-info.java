/** Districts and their hotline numbers. */
@ApplicationModule(allowedDependencies = {"kernel", "language", "platform"})
@NullMarked
package de.dolmetscherhotline.line;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
