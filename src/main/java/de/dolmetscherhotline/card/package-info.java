/** The language card: a page to print and lay beside the telephone, with the keys of every language. */
@ApplicationModule(allowedDependencies = {"kernel", "language", "line", "platform"})
@NullMarked
package de.dolmetscherhotline.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
