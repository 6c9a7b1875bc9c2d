/**
 * Finds interpreters for a call and reserves them. Start with
 * {@link de.dolmetscherhotline.call.search.InterpreterSearch}; the policy itself is in {@code matching}.
 */
@NullMarked
package de.dolmetscherhotline.call.search;

import org.jspecify.annotations.NullMarked;
