/** Districts that help each other: whose pool may be asked when the own pool cannot help. */
@ApplicationModule(allowedDependencies = {"kernel", "language", "line", "platform"})
@NullMarked
package de.dolmetscherhotline.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
