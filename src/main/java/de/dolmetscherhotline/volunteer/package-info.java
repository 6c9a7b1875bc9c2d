/**
 * The volunteer's own page, reached by a link in a text and without a password: what she told us, what we keep about her,
 * and what she may change. Start with {@link de.dolmetscherhotline.volunteer.Links}. Coordinators fill in her forms about times for
 * her ({@link de.dolmetscherhotline.volunteer.TimesEditing}) and hand out her file
 * ({@link de.dolmetscherhotline.volunteer.DataFile}).
 */
@ApplicationModule(
        allowedDependencies = {"availability", "kernel", "language", "live", "matching", "platform", "pool", "text"})
@NullMarked
package de.dolmetscherhotline.volunteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
