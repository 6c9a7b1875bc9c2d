/** Compares our calls with the telephone network, again and again, and repairs what they disagree about. */
@NullMarked
package de.dolmetscherhotline.call.sweep;

import org.jspecify.annotations.NullMarked;
