/** The pool as a list in a spreadsheet: what its columns mean, importing it, and exporting it in the same shape. */
@NamedInterface("roster")
@NullMarked
package de.dolmetscherhotline.recruiting.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
