/**
 * What is printed of a line: the card of languages with their keys, and the strings that telephones store under one key, also as
 * the card of one organisation.
 */
@ApplicationModule(allowedDependencies = {"kernel", "language", "line", "organisation", "platform"})
@NullMarked
package de.dolmetscherhotline.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
