/**
 * A volunteer who calls the hotline from her own number hears whether she is available, and switches it with one key after
 * her PIN: a caller id can be forged. {@link de.dolmetscherhotline.selfservice.SelfService} is the dialogue.
 */
@ApplicationModule(
        allowedDependencies = {
            "availability",
            "kernel",
            "line",
            "live",
            "matching",
            "organisation",
            "platform",
            "pool",
            "privacy"
        })
@NullMarked
package de.dolmetscherhotline.selfservice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
