/** Who calls, and whether they may: organisations by number and PIN, closed hours, caps of the day, guesses at PINs. */
@NullMarked
package de.dolmetscherhotline.call.admission;

import org.jspecify.annotations.NullMarked;
