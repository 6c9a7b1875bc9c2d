/** Keys with which software of an organisation uses the REST API. */
@ApplicationModule(allowedDependencies = {"access", "kernel", "live", "organisation", "platform"})
@NullMarked
package de.dolmetscherhotline.apikey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
