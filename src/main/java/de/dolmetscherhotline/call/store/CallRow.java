package de.dolmetscherhotline.call.store;

import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.LineId;
import org.jspecify.annotations.Nullable;

/**
 * A call as stored, locked for the transaction that reads it.
 *
 * @param leg the network's id of the caller's leg; null while a callback has none
 * @param requested whether it was requested in writing
 * @param line null for a call to a number that is no line of ours
 * @param recall which attempt to ring back is under way, from 1
 * @param version counts the steps that changed anything
 * @param from the caller's number as the network gave it with this message, for instance {@code anonymous}; is never
 *     stored, and empty where the message does not come from the caller
 * @param turn counts what the caller was given to hear; keys that answer something earlier come too late
 */
public record CallRow(
        CallId id,
        @Nullable String leg,
        boolean requested,
        @Nullable LineId line,
        @Nullable DistrictId district,
        int recall,
        CallState state,
        long version,
        int turn,
        String from) {

    /** The call one event later. */
    public CallRow after(CallState next) {
        return new CallRow(id, leg, requested, line, district, recall, next, version + 1, turn, from);
    }

    /** The same call on another leg. */
    public CallRow on(String otherLeg) {
        return new CallRow(id, otherLeg, requested, line, district, recall, state, version, turn, from);
    }

    public CallRow heardFrom(String number) {
        return new CallRow(id, leg, requested, line, district, recall, state, version, turn, number);
    }

    public CallRow nextTurn() {
        return new CallRow(id, leg, requested, line, district, recall, state, version, turn + 1, from);
    }
}
