package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.Answer;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.AtUnknownLine;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.Blocked;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromOrganisation;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromUnknownNumber;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.OverLimit;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.WhenClosed;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackBegun;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackCancelled;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackOver;
import de.dolmetscherhotline.call.flow.CallEvent.CallerArrived;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.EndOrdered;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.Intervention;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.LimitReached;
import de.dolmetscherhotline.call.flow.CallEvent.PinMatched;
import de.dolmetscherhotline.call.flow.CallEvent.PinRefused;
import de.dolmetscherhotline.call.flow.CallEvent.PinWrong;
import de.dolmetscherhotline.call.flow.CallEvent.RoomEvent;
import de.dolmetscherhotline.call.flow.CallEvent.Superseded;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Closed;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.CallState.New;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.CheckPin;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.NoteCaller;
import de.dolmetscherhotline.call.flow.Command.NoteEmergency;
import de.dolmetscherhotline.kernel.Outcome;

/** The call until it is known who calls, and whether they may. */
final class Arriving {

    private final FlowRules rules;

    Arriving(FlowRules rules) {
        this.rules = rules;
    }

    Step on(New state, CallEvent event) {
        return switch (event) {
            case CallerArrived arrived -> arrived(arrived.arrival(), false);
            case CallerHungUp gone -> Steps.end(Outcome.ABANDONED_CHOOSING, Offers.NONE);
            case CallerEvent late -> Step.to(state);
            case LegEvent late -> Step.to(state);
            case RoomEvent late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case EndOrdered end ->
                Steps.end(Outcome.ENDED_BY_COORDINATOR, Offers.NONE).then(new HangUpCaller());
            case Intervention late -> Step.to(state);
            case CallbackBegun begun -> callbackBegun(begun).after(new Arm(new CallbackOver()));
            case Superseded early -> Steps.end(Outcome.JOINED_ANOTHER_CALL, Offers.NONE);
            case CallbackCancelled early -> Steps.end(Outcome.CANCELLED, Offers.NONE);
            case CallbackEvent late -> Step.to(state);
            case Timeout late -> Step.to(state);
        };
    }

    private static Step callbackBegun(CallbackBegun begun) {
        var agreed = begun.agreed();
        return agreed == null ? Steps.search(begun.request(), Offers.NONE) : Steps.searchWith(agreed, begun.request());
    }

    private Step arrived(Arrival arrival, boolean emergency) {
        return switch (arrival) {
            case AtUnknownLine unknown -> Steps.farewell(Outcome.UNKNOWN_LINE, null, Offers.NONE);
            case Blocked blocked -> Steps.farewell(Outcome.REFUSED_BLOCKED, null, Offers.NONE);
            case OverLimit over -> Steps.farewell(Outcome.REFUSED_LIMIT, null, Offers.NONE);
            case FromUnknownNumber unknown ->
                Step.to(
                        new Identifying(unknown.services(), rules.pinTries(), emergency, Asking.FIRST),
                        Steps.choiceOverdue(Offers.NONE));
            case FromOrganisation known -> identified(known.caller(), emergency);
            case WhenClosed closed -> closed(closed);
        };
    }

    private Step closed(WhenClosed closed) {
        var told = Step.to(
                new Closed(closed.open(), closed.hours(), rules.languageTries(), Asking.FIRST),
                Steps.choiceOverdue(Offers.NONE));
        return closed.open() instanceof FromOrganisation known ? told.then(new NoteCaller(known.caller())) : told;
    }

    private Step identified(Caller caller, boolean emergency) {
        return Steps.askLanguage(caller, rules.languageTries(), emergency, Offers.NONE)
                .then(new NoteCaller(caller));
    }

    Step on(Closed state, CallEvent event) {
        return switch (event) {
            case CallerPressed pressed -> closedKeys(state, pressed.keys());
            case CallerHungUp gone -> Steps.end(Outcome.CLOSED, Offers.NONE);
            case CallerEvent late -> Step.to(state);
            case LegEvent late -> Step.to(state);
            case RoomEvent late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case EndOrdered end -> Steps.endOrdered(state);
            case Intervention late -> Step.to(state);
            case CallbackEvent late -> Step.to(state);
            case ChoiceOverdue overdue -> Steps.farewell(Outcome.CLOSED, null, Offers.NONE);
            case Timeout late -> Step.to(state);
        };
    }

    private Step closedKeys(Closed state, String keys) {
        var choices = state.hours().choices();
        if (keys.equals(Keys.EMERGENCY) && choices.contains(ClosedHours.Choice.EMERGENCY)) {
            return arrived(state.arrival(), true).after(new NoteEmergency());
        }
        if (keys.equals(Keys.COORDINATOR) && choices.contains(ClosedHours.Choice.COORDINATOR)) {
            return Steps.transfer(Destination.COORDINATOR, state);
        }
        if (keys.equals(Keys.PROVIDER) && choices.contains(ClosedHours.Choice.PROFESSIONAL_PROVIDER)) {
            return Steps.transfer(Destination.PROFESSIONAL_PROVIDER, state);
        }
        return keys.isEmpty() || state.triesLeft() <= 1
                ? Steps.farewell(Outcome.CLOSED, null, Offers.NONE)
                : Step.to(
                        new Closed(state.arrival(), state.hours(), state.triesLeft() - 1, Asking.AGAIN_NOT_UNDERSTOOD));
    }

    Step on(Identifying state, CallEvent event) {
        return switch (event) {
            case CallerPressed pressed -> pinKeys(state, pressed.keys());
            case CallerHungUp gone -> Steps.end(Outcome.ABANDONED_CHOOSING, Offers.NONE);
            case CallerEvent late -> Step.to(state);
            case LegEvent late -> Step.to(state);
            case RoomEvent late -> Step.to(state);
            case PinMatched matched -> identified(matched.caller(), state.emergency());
            case PinWrong wrong -> pinMissed(state, Asking.AGAIN_NOT_UNDERSTOOD);
            case LimitReached limit -> Steps.farewell(Outcome.REFUSED_LIMIT, null, Offers.NONE);
            case PinRefused refused -> Steps.farewell(Outcome.REFUSED_TOO_MANY_PINS, null, Offers.NONE);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case EndOrdered end -> Steps.endOrdered(state);
            case Intervention late -> Step.to(state);
            case CallbackEvent late -> Step.to(state);
            case ChoiceOverdue overdue -> Steps.farewell(Outcome.ABANDONED_CHOOSING, null, Offers.NONE);
            case Timeout late -> Step.to(state);
        };
    }

    private Step pinKeys(Identifying state, String keys) {
        if (keys.isEmpty()) {
            return pinMissed(state, Asking.AGAIN_NOTHING_PRESSED);
        }
        if (Keys.isOnly(Keys.COORDINATOR, keys)) {
            return state.services().coordinator()
                    ? Steps.transfer(Destination.COORDINATOR, state)
                    : Step.to(again(state, state.triesLeft(), Asking.AGAIN_UNREACHABLE));
        }
        if (Keys.isOnly(Keys.EMERGENCY, keys)) {
            return Step.to(
                    new Identifying(state.services(), state.triesLeft(), true, Asking.AGAIN_AS_EMERGENCY),
                    new NoteEmergency());
        }
        return Step.to(state, new CheckPin(keys));
    }

    private Step pinMissed(Identifying state, Asking asking) {
        return state.triesLeft() > 1
                ? Step.to(again(state, state.triesLeft() - 1, asking))
                : Steps.farewell(Outcome.REFUSED_UNKNOWN_CALLER, null, Offers.NONE);
    }

    private static Identifying again(Identifying state, int triesLeft, Asking asking) {
        return new Identifying(state.services(), triesLeft, state.emergency(), asking);
    }
}
