/** The catalogue of languages: names, codes to press, and which language may stand in for which. */
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
@NullMarked
package de.dolmetscherhotline.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
