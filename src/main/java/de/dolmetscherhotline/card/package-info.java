/** What of a line is printed: the card of languages with their keys, and the strings that telephones store under one key. */
@ApplicationModule(allowedDependencies = {"kernel", "language", "line", "platform"})
@NullMarked
package de.dolmetscherhotline.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
