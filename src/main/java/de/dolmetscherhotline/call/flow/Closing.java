package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.Answer;
import de.dolmetscherhotline.call.flow.CallEvent.CallerArrived;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.OfferTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.RoomEvent;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Farewell;
import de.dolmetscherhotline.call.flow.CallState.Rating;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.NoteRating;
import de.dolmetscherhotline.kernel.Outcome;

/** The call once its outcome is settled. */
final class Closing {

    Step on(Rating state, CallEvent event) {
        return switch (event) {
            case CallerArrived again -> Step.to(state);
            case CallerPressed pressed -> rated(state, pressed.keys());
            case CallerLeftRoom again -> Step.to(state);
            case CallerHungUp gone -> Step.to(new Ended(Outcome.CONNECTED, state.offers()));
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            // News of the conversation that has just ended, delivered late.
            case RoomEvent late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case FarewellOverdue overdue -> Step.to(new Ended(Outcome.CONNECTED, state.offers()), new HangUpCaller());
            case Timeout late -> Step.to(state);
        };
    }

    private static Step rated(Rating state, String keys) {
        var farewell = Step.to(new Farewell(Outcome.CONNECTED, null, state.offers()), new Arm(new FarewellOverdue()));
        return keys.matches("[1-5]") ? farewell.then(new NoteRating(Integer.parseInt(keys))) : farewell;
    }

    Step on(Farewell state, CallEvent event) {
        return switch (event) {
            case CallerArrived again -> Step.to(state);
            case CallerPressed late -> Step.to(state);
            case CallerLeftRoom late -> Step.to(state);
            case CallerHungUp gone -> Step.to(new Ended(state.outcome(), state.offers()));
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case RoomEvent late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case FarewellOverdue overdue -> Step.to(new Ended(state.outcome(), state.offers()), new HangUpCaller());
            case Timeout late -> Step.to(state);
        };
    }

    Step on(Ended state, CallEvent event) {
        return switch (event) {
            case CallerArrived late -> Step.to(state);
            case CallerPressed late -> Step.to(state);
            case CallerLeftRoom late -> Step.to(state);
            case CallerHungUp again -> Step.to(state);
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case JoinedRoom late -> Steps.undo(state, late);
            case RoomSeen late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case Timeout late -> Step.to(state);
        };
    }
}
