package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.kernel.CallId;

/**
 * What a leg's next words are rendered from. Nothing else goes into them, so that a request that comes twice is answered
 * twice with the same.
 *
 * @param turn counts what the caller was given to hear; the URL to which the next keys go names it
 */
public record CallView(CallId id, int turn, CallState state) {}
