package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a leg's next words are rendered from. Nothing else goes into them, so that a request that comes twice is answered
 * twice with the same.
 *
 * @param turn counts what the caller was given to hear; the URL to which the next keys go names it
 * @param transfer whom the caller is to be connected with, in a state in which that is so; null otherwise, and if that
 *     number is no longer on record
 */
public record CallView(
        CallId id, int turn, CallState state, @Nullable Transfer transfer) {

    /**
     * A number on record.
     *
     * @param from what is shown there: the line that was called
     */
    public record Transfer(PhoneNumber to, PhoneNumber from) {}
}
