/** Values everyone shares. Sees only {@code java} and, behind {@link PhoneNumber}, libphonenumber. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package de.dolmetscherhotline.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
