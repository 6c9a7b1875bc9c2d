/**
 * Keeps telephone numbers and PINs secret at rest: what is stored of them is encrypted, and found by a keyed hash. Start
 * with {@link de.dolmetscherhotline.privacy.Vault}; why it is so stands in ADR 12.
 */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "work"})
@NullMarked
package de.dolmetscherhotline.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
