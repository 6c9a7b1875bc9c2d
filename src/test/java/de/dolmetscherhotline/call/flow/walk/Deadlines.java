package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.call.flow.CallEvent.CallbackOver;
import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.EmergencyUnanswered;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.LeaveOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.NoNewsOfDial;
import de.dolmetscherhotline.call.flow.CallEvent.OfferOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.RecallDue;
import de.dolmetscherhotline.call.flow.CallEvent.RecallOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.ReturnOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.RoomCheckDue;
import de.dolmetscherhotline.call.flow.CallEvent.SeekAgainDue;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallEvent.TransferOverdue;
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
import de.dolmetscherhotline.call.flow.Offer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The timers of a call that have not fired yet, and those that it cannot do without. */
final class Deadlines {

    private final Map<Timeout, Integer> armed = new HashMap<>();

    static int seconds(Timeout timeout) {
        return switch (timeout) {
            case ChoiceOverdue due -> 300;
            case SeekAgainDue due -> 5;
            case PatienceOver due -> 180;
            case NoNewsOfDial due -> 6;
            case OfferOverdue due -> due.stage() == Offer.Stage.ASKED ? 45 : 30;
            case JoinOverdue due -> 10;
            case RoomCheckDue due -> 60;
            case LeaveOverdue due -> 10;
            case TransferOverdue due -> 1_000;
            case FarewellOverdue due -> 60;
            case EmergencyUnanswered due -> 30;
            case CallbackOver due -> 900;
            case RecallOverdue due -> 75;
            case RecallDue due -> 120;
            case ReturnOverdue due -> 60;
        };
    }

    void armed(Timeout timeout) {
        armed.merge(timeout, 1, Integer::sum);
    }

    void fired(Timeout timeout) {
        armed.computeIfPresent(timeout, (same, count) -> count == 1 ? null : count - 1);
    }

    /** What is awaited in this state without a deadline, if there is such a thing. */
    Optional<String> missingIn(CallState state) {
        if (!hasDeadline(state)) {
            return Optional.of(state.getClass().getSimpleName());
        }
        return state.offers().all().stream()
                .filter(offer -> !hasDeadline(offer))
                .map(Offer::toString)
                .findFirst();
    }

    private boolean hasDeadline(CallState state) {
        var search = state.offers().searches();
        return switch (state) {
            case New s -> true;
            case Closed s -> isArmed(new ChoiceOverdue(search));
            case Identifying s -> isArmed(new ChoiceOverdue(search));
            case ChoosingLanguage s -> isArmed(new ChoiceOverdue(search));
            case Detailing s -> isArmed(new ChoiceOverdue(search));
            case Searching s -> isArmed(new SeekAgainDue(search)) && isArmed(patience(s));
            case Unserved s -> isArmed(new ChoiceOverdue(search));
            case Transferring s -> isArmed(new TransferOverdue(search));
            case Recalling s -> isArmed(new RecallOverdue(s.request().recalls()));
            case RecallPaused s -> isArmed(new RecallDue(s.request().recalls())) && isArmed(new CallbackOver());
            case Bridging s ->
                isArmed(new JoinOverdue(s.accepted()))
                        && (s.patienceOver()
                                || isArmed(new PatienceOver(s.offers().waits())));
            case Connected s -> isArmed(new RoomCheckDue(s.accepted()));
            case CallerLost s ->
                isArmed(new ReturnOverdue(s.accepted(), s.offers().waits()));
            case TalkOver s -> isArmed(new FarewellOverdue(search));
            case Farewell s -> isArmed(new FarewellOverdue(search));
            case Ended s -> true;
        };
    }

    private static Timeout patience(Searching state) {
        return state.request().away()
                ? new CallbackOver()
                : new PatienceOver(state.offers().waits());
    }

    private boolean hasDeadline(Offer offer) {
        return switch (offer.stage()) {
            case ASKED, RINGING, LISTENING, ENDING -> isArmed(new OfferOverdue(offer.id(), offer.stage()));
            // Waiting for the interpreter is the call's own affair then.
            case JOINING, OVER -> true;
        };
    }

    private boolean isArmed(Timeout timeout) {
        return armed.containsKey(timeout);
    }
}
