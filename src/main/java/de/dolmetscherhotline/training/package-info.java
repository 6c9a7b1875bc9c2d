/** Trainings: their dates, who registered, who was there, and what attendance confers or takes back. */
@ApplicationModule(allowedDependencies = {"kernel", "line", "platform", "pool"})
@NullMarked
package de.dolmetscherhotline.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
