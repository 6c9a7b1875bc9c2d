/**
 * Does after the commit what a call ordered of the telephone network, behind the port
 * {@link de.dolmetscherhotline.call.Telephony}, and tells the call what came of it.
 */
@NullMarked
package de.dolmetscherhotline.call.telephony;

import org.jspecify.annotations.NullMarked;
