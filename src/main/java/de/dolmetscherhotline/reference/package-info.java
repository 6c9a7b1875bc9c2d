/** The description of the REST API as a page that people read: {@link de.dolmetscherhotline.reference.ReferencePage}. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package de.dolmetscherhotline.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
