/** Who may use which part of the HTTP interface. */
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
@NullMarked
package de.dolmetscherhotline.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
