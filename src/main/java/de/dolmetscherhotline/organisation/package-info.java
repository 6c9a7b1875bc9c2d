/** Organisations that may use the hotline, their telephone numbers and PINs; and numbers that may not. */
@ApplicationModule(allowedDependencies = {"idempotency", "kernel", "language", "line", "platform", "privacy"})
@NullMarked
package de.dolmetscherhotline.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
