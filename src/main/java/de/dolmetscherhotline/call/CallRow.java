package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.LineId;
import org.jspecify.annotations.Nullable;

/**
 * A call as stored, locked for the transaction that reads it.
 *
 * @param leg the network's id of the caller's leg; null while a callback has none
 * @param line null for a call to a number that is no line of ours
 * @param callerKey pseudonym of the caller's number; null if it is hidden
 * @param recall which attempt to ring back is under way, from 1
 * @param version counts the steps that changed anything
 * @param turn counts what the caller was given to hear; keys that answer something earlier come too late
 */
record CallRow(
        CallId id,
        @Nullable String leg,
        @Nullable LineId line,
        @Nullable DistrictId district,
        @Nullable String callerKey,
        int recall,
        CallState state,
        long version,
        int turn) {

    /** The call one event later. */
    CallRow after(CallState next) {
        return new CallRow(id, leg, line, district, callerKey, recall, next, version + 1, turn);
    }

    CallRow nextTurn() {
        return new CallRow(id, leg, line, district, callerKey, recall, state, version, turn + 1);
    }
}
