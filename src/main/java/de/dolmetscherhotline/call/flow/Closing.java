package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.Answer;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.EndOrdered;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.Intervention;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.OfferTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.RoomEvent;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Farewell;
import de.dolmetscherhotline.call.flow.CallState.TalkOver;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.NoteRating;
import de.dolmetscherhotline.call.flow.Command.Reopen;
import de.dolmetscherhotline.kernel.Outcome;

/** The call once its outcome is settled. */
final class Closing {

    private final FlowRules rules;

    Closing(FlowRules rules) {
        this.rules = rules;
    }

    Step on(TalkOver state, CallEvent event) {
        return switch (event) {
            case CallerPressed pressed -> afterTalk(state, pressed.keys());
            case CallerHungUp gone -> Step.to(new Ended(Outcome.CONNECTED, state.offers()));
            case CallerEvent late -> Step.to(state);
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            // News of the conversation that has just ended, delivered late.
            case RoomEvent late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case EndOrdered end -> over(Outcome.CONNECTED, state);
            case Intervention late -> Step.to(state);
            case CallbackEvent late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case FarewellOverdue overdue ->
                overdue.search() == state.offers().searches() ? over(Outcome.CONNECTED, state) : Step.to(state);
            case Timeout late -> Step.to(state);
        };
    }

    /** A rating says that the conversation was finished; whoever only stays on the line was cut off. */
    private Step afterTalk(TalkOver state, String keys) {
        if (keys.matches("[1-5]")) {
            return thanked(state).then(new NoteRating(Integer.parseInt(keys)));
        }
        return state.offers().talks() < rules.talks()
                ? Steps.search(state.request().afterTalk(), state.offers()).after(new Reopen())
                : thanked(state);
    }

    private static Step thanked(TalkOver state) {
        return Step.to(
                new Farewell(Outcome.CONNECTED, null, state.offers()),
                new Arm(new FarewellOverdue(state.offers().searches())));
    }

    Step on(Farewell state, CallEvent event) {
        return switch (event) {
            case CallerHungUp gone -> Step.to(new Ended(state.outcome(), state.offers()));
            case CallerEvent late -> Step.to(state);
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case RoomEvent late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case EndOrdered end -> over(state.outcome(), state);
            case Intervention late -> Step.to(state);
            case CallbackEvent late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case FarewellOverdue overdue ->
                overdue.search() == state.offers().searches() ? over(state.outcome(), state) : Step.to(state);
            case Timeout late -> Step.to(state);
        };
    }

    /** Whether or not the caller has heard the last sentence. */
    private static Step over(Outcome outcome, CallState state) {
        return Step.to(new Ended(outcome, state.offers()), new HangUpCaller());
    }

    Step on(Ended state, CallEvent event) {
        return switch (event) {
            case CallerEvent late -> Step.to(state);
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case JoinedRoom late -> Steps.undo(state, late);
            case RoomSeen late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case Intervention late -> Step.to(state);
            case CallbackEvent late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case Timeout late -> Step.to(state);
        };
    }
}
