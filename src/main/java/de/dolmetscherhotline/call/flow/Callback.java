package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.Answer;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackBegun;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackCancelled;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackOver;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.EndOrdered;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterChosen;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.LegOver;
import de.dolmetscherhotline.call.flow.CallEvent.NeededElsewhere;
import de.dolmetscherhotline.call.flow.CallEvent.OfferTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.RecallDue;
import de.dolmetscherhotline.call.flow.CallEvent.RecallFailed;
import de.dolmetscherhotline.call.flow.CallEvent.RecallOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.CallEvent.Superseded;
import de.dolmetscherhotline.call.flow.CallEvent.TakenOver;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.RecallPaused;
import de.dolmetscherhotline.call.flow.CallState.Recalling;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.kernel.Outcome;

/** A callback from the moment an interpreter is found: the organisation is rung under its number on record. */
final class Callback {

    private final FlowRules rules;

    Callback(FlowRules rules) {
        this.rules = rules;
    }

    Step on(Recalling state, CallEvent event) {
        return switch (event) {
            case CallerPressed pressed -> pressed.keys().equals(Keys.YES) ? pickedUp(state) : Step.to(state);
            case CallerHungUp gone -> notReached(state);
            case CallerEvent late -> Step.to(state);
            case LegOver over ->
                over.offer().equals(state.accepted())
                        ? interpreterLost(state)
                        : Steps.bookkeeping(state, Legs.on(state.offers(), over));
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case JoinedRoom late -> Steps.undo(state, late);
            case RoomSeen late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case TakenOver late -> Step.to(state);
            case InterpreterChosen late -> Step.to(state);
            case EndOrdered end -> stopped(state, Outcome.ENDED_BY_COORDINATOR);
            case NeededElsewhere late -> Step.to(state);
            case CallbackBegun late -> Step.to(state);
            case Superseded superseded -> lastTry(state, Outcome.JOINED_ANOTHER_CALL);
            case CallbackCancelled cancelled -> stopped(state, Outcome.CANCELLED);
            case RecallFailed failed -> isThis(state, failed.recall()) ? notReached(state) : Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case RecallOverdue overdue ->
                isThis(state, overdue.recall()) ? notReached(state).then(new HangUpCaller()) : Step.to(state);
            case CallbackOver over -> lastTry(state, Outcome.CALLBACK_FAILED);
            case Timeout late -> Step.to(state);
        };
    }

    private static boolean isThis(Recalling state, int recall) {
        return state.request().recalls() == recall;
    }

    /** The first reason why there is no further attempt is the one that counts. */
    private static Step lastTry(Recalling state, Outcome otherwise) {
        return state.otherwise() == null
                ? Step.to(new Recalling(state.request(), state.accepted(), otherwise, state.offers()))
                : Step.to(state);
    }

    /** The telephone stops ringing at once, for whoever pressed the button may sit beside it. */
    private Step stopped(Recalling state, Outcome outcome) {
        var last = new Recalling(state.request(), state.accepted(), outcome, state.offers());
        return notReached(last).then(new HangUpCaller());
    }

    /** A key was pressed, so that it is a human: from here on everything is as if they had called. */
    private static Step pickedUp(Recalling state) {
        var offers = state.offers().waitBegun();
        return Step.to(
                new Bridging(state.request().onTheLine(), state.accepted(), false, false, 0, false, offers),
                new MoveLeg(state.accepted()),
                new Arm(new JoinOverdue(state.accepted())),
                new Arm(new PatienceOver(offers.waits())));
    }

    private Step notReached(Recalling state) {
        var accepted = state.offers().find(state.accepted()).orElseThrow();
        var thanked = Legs.decide(state.offers(), accepted, Fate.IN_VAIN);
        return afterwards(state, thanked.offers()).after(thanked.commands());
    }

    private Step afterwards(Recalling state, Offers offers) {
        if (state.otherwise() != null) {
            return Steps.end(state.otherwise(), offers);
        }
        var request = state.request();
        return request.recalls() < rules.recalls()
                ? Step.to(new RecallPaused(request, offers), new Arm(new RecallDue(request.recalls())))
                : Steps.end(Outcome.CALLBACK_FAILED, offers);
    }

    private static Step interpreterLost(Recalling state) {
        var free = Legs.acceptedOver(state.offers(), state.accepted(), Fate.LOST);
        var step = state.otherwise() == null
                ? Steps.search(state.request(), free.offers())
                : Steps.end(state.otherwise(), free.offers());
        return step.after(free.commands()).then(new HangUpCaller());
    }

    Step on(RecallPaused state, CallEvent event) {
        return switch (event) {
            case CallerEvent late -> Step.to(state);
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case JoinedRoom late -> Steps.undo(state, late);
            case RoomSeen late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case TakenOver late -> Step.to(state);
            case InterpreterChosen chosen ->
                Steps.search(state.request(), state.offers())
                        .after(Steps.reserve(chosen.interpreter(), state.request(), state.offers()));
            case EndOrdered end -> Steps.end(Steps.endedUnserved(state.request()), state.offers());
            case NeededElsewhere late -> Step.to(state);
            case CallbackBegun late -> Step.to(state);
            case Superseded superseded -> Steps.end(Outcome.JOINED_ANOTHER_CALL, state.offers());
            case CallbackCancelled cancelled -> Steps.end(Outcome.CANCELLED, state.offers());
            case RecallFailed late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case RecallDue due ->
                due.recall() == state.request().recalls()
                        ? Steps.search(state.request(), state.offers())
                                .after(Steps.reserveVolunteer(state.request(), state.offers()))
                        : Step.to(state);
            case CallbackOver over -> Steps.end(Outcome.CALLBACK_FAILED, state.offers());
            case Timeout late -> Step.to(state);
        };
    }
}
