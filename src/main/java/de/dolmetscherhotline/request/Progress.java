package de.dolmetscherhotline.request;

import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.CallerLost;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Closed;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Detailing;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Farewell;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.CallState.New;
import de.dolmetscherhotline.call.flow.CallState.RecallPaused;
import de.dolmetscherhotline.call.flow.CallState.Recalling;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.CallState.TalkOver;
import de.dolmetscherhotline.call.flow.CallState.Transferring;
import de.dolmetscherhotline.call.flow.CallState.Unserved;

/** What the state of a call means to whoever requested it. */
final class Progress {

    private Progress() {}

    static RequestStatus of(CallState state) {
        return switch (state) {
            case New s -> RequestStatus.SEARCHING;
            case Searching s -> s.offers().ringing() > 0 ? RequestStatus.RINGING : RequestStatus.SEARCHING;
            case Recalling s -> RequestStatus.CALLING_YOU;
            case Bridging s -> RequestStatus.CALLING_YOU;
            case RecallPaused s -> RequestStatus.PAUSED;
            case Connected s -> RequestStatus.CONNECTED;
            case CallerLost s -> RequestStatus.INTERRUPTED;
            case TalkOver s -> RequestStatus.INTERRUPTED;
            case Unserved s -> RequestStatus.NOBODY_FOUND;
            case Transferring s -> RequestStatus.TRANSFERRED;
            case ChoosingLanguage s -> RequestStatus.SEARCHING;
            case Detailing s -> RequestStatus.SEARCHING;
            case Farewell s -> RequestStatus.ENDED;
            case Ended s -> RequestStatus.ENDED;
            case Closed never -> RequestStatus.ENDED;
            case Identifying never -> RequestStatus.SEARCHING;
        };
    }
}
