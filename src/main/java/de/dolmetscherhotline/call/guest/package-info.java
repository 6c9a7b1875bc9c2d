/**
 * Third parties in a conversation: invited by number, rung, asked for a key, put on hold, dropped, and gone with it. Start
 * with {@link de.dolmetscherhotline.call.guest.Guests}; why it is so stands in ADR 23.
 */
@NamedInterface("guest")
@NullMarked
package de.dolmetscherhotline.call.guest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
