package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.Answer;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.EndOrdered;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.Intervention;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.OfferTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.RoomEvent;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallEvent.TransferAnswered;
import de.dolmetscherhotline.call.flow.CallEvent.TransferOver;
import de.dolmetscherhotline.call.flow.CallEvent.TransferOverdue;
import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Attended;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Closed;
import de.dolmetscherhotline.call.flow.CallState.Detailing;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Farewell;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.CallState.Transferring;
import de.dolmetscherhotline.call.flow.CallState.Unserved;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.kernel.Outcome;

/** The caller is handed to the coordinator or to a professional provider. */
final class Transfer {

    Step on(Transferring state, CallEvent event) {
        return switch (event) {
            case TransferAnswered answered -> answered(state);
            case TransferOver over -> over.reached() || state.answered() ? helped(state) : goOn(state.from());
            case CallerHungUp gone -> hungUp(state);
            case CallerEvent late -> Step.to(state);
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case RoomEvent late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case EndOrdered end -> state.answered() ? helped(state) : Steps.endOrdered(state.from());
            case Intervention late -> Step.to(state);
            case CallbackEvent late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case TransferOverdue overdue ->
                overdue.search() == state.offers().searches() ? hungUp(state).then(new HangUpCaller()) : Step.to(state);
            case Timeout late -> Step.to(state);
        };
    }

    private static Step answered(Transferring state) {
        return state.answered()
                ? Step.to(state)
                : Step.to(
                        new Transferring(state.to(), true, state.from()),
                        new Finish(state.to().outcome()));
    }

    private static Step hungUp(Transferring state) {
        return state.answered()
                ? Step.to(new Ended(state.to().outcome(), state.offers()))
                : Steps.end(abandoned(state.from()), state.offers());
    }

    /** The outcome was settled when somebody picked up, if the network told us. */
    private static Step helped(Transferring state) {
        var outcome = state.to().outcome();
        return state.answered()
                ? Step.to(
                        new Farewell(outcome, null, state.offers()),
                        new Arm(new FarewellOverdue(state.offers().searches())))
                : Steps.farewell(outcome, null, state.offers());
    }

    /** Nobody there: back to where the caller came from. */
    private static Step goOn(Attended from) {
        return switch (from) {
            case Closed s -> asked(new Closed(s.arrival(), s.hours(), s.triesLeft(), Asking.AGAIN_UNREACHABLE));
            case Identifying s ->
                asked(new Identifying(s.services(), s.triesLeft(), s.emergency(), Asking.AGAIN_UNREACHABLE));
            case ChoosingLanguage s ->
                asked(new ChoosingLanguage(
                        s.caller(), "", null, s.triesLeft(), s.emergency(), Asking.AGAIN_UNREACHABLE, s.offers()));
            case Detailing s ->
                asked(new Detailing(
                        s.caller(), s.need(), s.detail(), s.triesLeft(), Asking.AGAIN_UNREACHABLE, s.offers()));
            case Unserved s -> asked(new Unserved(s.request(), s.why(), Asking.AGAIN_UNREACHABLE, s.offers()));
            case Searching s ->
                Steps.search(s.request(), s.offers(), new Announcement(1, 0, s.ahead(), Asking.AGAIN_UNREACHABLE));
        };
    }

    private static Step asked(CallState state) {
        return Step.to(state, Steps.choiceOverdue(state.offers()));
    }

    private static Outcome abandoned(Attended from) {
        return switch (from) {
            case Closed s -> Outcome.CLOSED;
            case Unserved s -> s.why();
            case Searching s -> Steps.outcome(s.request(), Outcome.ABANDONED_WAITING);
            case Identifying s -> Outcome.ABANDONED_CHOOSING;
            case ChoosingLanguage s -> Outcome.ABANDONED_CHOOSING;
            case Detailing s -> Outcome.ABANDONED_CHOOSING;
        };
    }
}
