package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.Answer;
import de.dolmetscherhotline.call.flow.CallEvent.CallerArrived;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.LeaveOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.LegOver;
import de.dolmetscherhotline.call.flow.CallEvent.OfferTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.RoomCheckDue;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.CallEvent.RoomTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Rating;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.CheckRoom;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.HangUpLeg;
import de.dolmetscherhotline.call.flow.Command.MoveCaller;
import de.dolmetscherhotline.call.flow.Command.NoteConnected;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.Outcome;

/** The call from acceptance to the end of the conversation. */
final class Conversation {

    private final FlowRules rules;

    Conversation(FlowRules rules) {
        this.rules = rules;
    }

    Step on(Bridging state, CallEvent event) {
        return switch (event) {
            case CallerArrived again -> Step.to(state);
            case CallerPressed late -> Step.to(state);
            case CallerLeftRoom left -> left.room().equals(state.accepted()) ? lost(state) : Step.to(state);
            case CallerHungUp gone -> Steps.end(Outcome.ABANDONED_WAITING, state.offers());
            case InterpreterLeftRoom left -> left.offer().equals(state.accepted()) ? lost(state) : Step.to(state);
            case LegOver over ->
                over.offer().equals(state.accepted())
                        ? legLost(state)
                        : Steps.bookkeeping(state, Legs.on(state.offers(), over));
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case JoinedRoom joined -> joinedRoom(state, joined);
            case RoomSeen seen ->
                isFresh(seen, state.accepted(), state.look()) ? roomSeen(state, seen) : Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case JoinOverdue overdue ->
                overdue.room().equals(state.accepted()) ? look(state.lookedInto(), overdue) : Step.to(state);
            case Timeout late -> Step.to(state);
        };
    }

    private static Step joinedRoom(Bridging state, JoinedRoom joined) {
        if (!joined.room().equals(state.accepted())) {
            return Steps.undo(state, joined);
        }
        var next = state.joined(joined.who());
        return next.callerIn() && next.interpreterIn() ? connected(next) : Step.to(next);
    }

    private static Step look(Bridging state, JoinOverdue overdue) {
        return Step.to(state, new CheckRoom(state.accepted(), state.look()), new Arm(overdue));
    }

    private static boolean isFresh(RoomSeen seen, OfferId room, int look) {
        return seen.room().equals(room) && seen.look() == look;
    }

    private static Step connected(Bridging state) {
        return Step.to(
                new Connected(state.accepted(), false, state.look() + 1, state.offers()),
                new NoteConnected(),
                new Arm(new RoomCheckDue(state.accepted())));
    }

    private Step roomSeen(Bridging state, RoomSeen seen) {
        if (!seen.interpreterIn()) {
            return lost(state);
        }
        if (seen.callerIn()) {
            return connected(state);
        }
        return state.look() < rules.roomChecks()
                ? Step.to(state, new MoveCaller())
                : Steps.farewell(Outcome.FAILED, state.language(), state.offers());
    }

    /** The interpreter accepted but did not arrive: on with the search. */
    private static Step lost(Bridging state) {
        var accepted = state.offers().find(state.accepted()).orElseThrow();
        var told = Legs.decide(state.offers(), accepted, Fate.LOST);
        return Steps.search(state.caller(), state.language(), told.offers()).after(told.commands());
    }

    private static Step legLost(Bridging state) {
        var free = Legs.acceptedOver(state.offers(), state.accepted(), Fate.LOST);
        return Steps.search(state.caller(), state.language(), free.offers()).after(free.commands());
    }

    Step on(Connected state, CallEvent event) {
        return switch (event) {
            case CallerArrived again -> Step.to(state);
            case CallerPressed late -> Step.to(state);
            case CallerLeftRoom left -> left.room().equals(state.accepted()) ? over(state) : Step.to(state);
            case CallerHungUp gone -> callerGone(state);
            case InterpreterLeftRoom left ->
                left.offer().equals(state.accepted())
                        ? interpreterLeft(state, Legs.conversationOver(state.offers(), left.offer()))
                        : Step.to(state);
            case LegOver over ->
                over.offer().equals(state.accepted())
                        ? interpreterLeft(state, gone(state, over))
                        : Steps.bookkeeping(state, Legs.on(state.offers(), over));
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case JoinedRoom joined ->
                joined.room().equals(state.accepted()) ? Step.to(state) : Steps.undo(state, joined);
            case RoomSeen seen ->
                isFresh(seen, state.accepted(), state.look()) ? roomSeen(state, seen) : Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case RoomTimeout due -> due.room().equals(state.accepted()) ? roomTimeout(state, due) : Step.to(state);
            case Timeout late -> Step.to(state);
        };
    }

    private static Legs.News gone(Connected state, LegOver over) {
        return state.interpreterLeft()
                ? Legs.on(state.offers(), over)
                : Legs.acceptedOver(state.offers(), over.offer(), Fate.ACCEPTED);
    }

    /** The room closes with her; the caller's leg comes by itself, and if not, is fetched. */
    private static Step interpreterLeft(Connected state, Legs.News news) {
        return Step.to(
                        new Connected(state.accepted(), true, state.look(), news.offers()),
                        new Arm(new LeaveOverdue(state.accepted())))
                .then(news.commands());
    }

    private static Step over(Connected state) {
        var ending = Legs.conversationOver(state.offers(), state.accepted());
        return Step.to(
                        new Rating(ending.offers()),
                        new Finish(Outcome.CONNECTED),
                        new Arm(new CallEvent.FarewellOverdue()))
                .then(ending.commands());
    }

    private static Step callerGone(Connected state) {
        var ending = Legs.conversationOver(state.offers(), state.accepted());
        return Steps.end(Outcome.CONNECTED, ending.offers()).then(ending.commands());
    }

    private static Step roomTimeout(Connected state, RoomTimeout due) {
        return switch (due) {
            case RoomCheckDue check -> look(state, check);
            case LeaveOverdue overdue -> state.interpreterLeft() ? over(state) : Step.to(state);
            case JoinOverdue late -> Step.to(state);
        };
    }

    private static Step look(Connected state, RoomCheckDue due) {
        var looking = new Connected(state.accepted(), state.interpreterLeft(), state.look() + 1, state.offers());
        return Step.to(looking, new CheckRoom(state.accepted(), looking.look()), new Arm(due));
    }

    /** The network may have lost the news of the end (contract §7, F8). */
    private static Step roomSeen(Connected state, RoomSeen seen) {
        return seen.callerIn() && seen.interpreterIn()
                ? Step.to(state)
                : over(state).then(new HangUpLeg(state.accepted()));
    }
}
