package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.Answer;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.CallerReturned;
import de.dolmetscherhotline.call.flow.CallEvent.EndOrdered;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.Intervention;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.LeaveOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.LegOver;
import de.dolmetscherhotline.call.flow.CallEvent.NeededElsewhere;
import de.dolmetscherhotline.call.flow.CallEvent.OfferTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.ReturnOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.RoomCheckDue;
import de.dolmetscherhotline.call.flow.CallEvent.RoomEvent;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.CallEvent.RoomTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.CallerLost;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.TalkOver;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.CheckRoom;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.HangUpLeg;
import de.dolmetscherhotline.call.flow.Command.MoveCaller;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.call.flow.Command.NoteConnected;
import de.dolmetscherhotline.call.flow.Command.Reopen;
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
            case CallerLeftRoom left -> left.room().equals(state.accepted()) ? lost(state) : Step.to(state);
            case CallerHungUp gone ->
                Steps.end(Steps.outcome(state.request(), Outcome.ABANDONED_WAITING), state.offers());
            case CallerEvent late -> Step.to(state);
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
            case EndOrdered end ->
                Steps.farewell(
                        Steps.outcome(state.request(), Outcome.ENDED_BY_COORDINATOR),
                        state.request().need(),
                        state.offers());
            case Intervention late -> Step.to(state);
            case CallbackEvent late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case JoinOverdue overdue ->
                overdue.room().equals(state.accepted()) ? look(state.lookedInto(), overdue) : Step.to(state);
            case PatienceOver over -> Step.to(over.waiting() == state.offers().waits() ? state.outOfPatience() : state);
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
                new Connected(state.request(), state.accepted(), false, state.look() + 1, state.offers()),
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
                : Steps.farewell(Outcome.FAILED, state.request().need(), state.offers());
    }

    /** The interpreter accepted but did not arrive. */
    private static Step lost(Bridging state) {
        var accepted = state.offers().find(state.accepted()).orElseThrow();
        return goOn(state, Legs.decide(state.offers(), accepted, Fate.LOST));
    }

    private static Step legLost(Bridging state) {
        return goOn(state, Legs.acceptedOver(state.offers(), state.accepted(), Fate.LOST));
    }

    /** On with the search, for as long as anybody waits. */
    private static Step goOn(Bridging state, Legs.News news) {
        var step = state.patienceOver()
                ? Steps.unserved(state.request(), Outcome.NOBODY_ANSWERED, news.offers())
                : Steps.searchOn(state.request(), news.offers());
        return step.after(news.commands());
    }

    Step on(Connected state, CallEvent event) {
        return switch (event) {
            case CallerLeftRoom left -> left.room().equals(state.accepted()) ? talkOver(state) : Step.to(state);
            case CallerHungUp gone -> state.interpreterLeft() ? bothGone(state) : callerLost(state);
            case CallerEvent late -> Step.to(state);
            case InterpreterLeftRoom left ->
                left.offer().equals(state.accepted()) && !state.interpreterLeft() ? callerLost(state) : Step.to(state);
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
            case EndOrdered end -> endOrdered(state);
            case Intervention late -> Step.to(state);
            case CallbackEvent late -> Step.to(state);
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
                        new Connected(state.request(), state.accepted(), true, state.look(), news.offers()),
                        new Arm(new LeaveOverdue(state.accepted())))
                .then(news.commands());
    }

    /** The caller is alone in the room. */
    private static Step talkOver(Connected state) {
        var ending = Legs.conversationOver(state.offers(), state.accepted());
        return Step.to(
                        new TalkOver(state.request(), ending.offers()),
                        new Finish(Outcome.CONNECTED),
                        new Arm(new FarewellOverdue(ending.offers().searches())))
                .then(ending.commands());
    }

    private static Step bothGone(Connected state) {
        return Steps.end(Outcome.CONNECTED, state.offers());
    }

    /** The interpreter is alone: her own leg comes out of the room and hears that she may wait a minute. */
    private static Step callerLost(Connected state) {
        var lost = new CallerLost(state.request(), state.accepted(), state.offers());
        return Step.to(lost, new Finish(Outcome.CONNECTED), new Arm(deadline(lost)));
    }

    /** Both leave the room and hear that it was the end. */
    private static Step endOrdered(Connected state) {
        var thanked = state.interpreterLeft() ? Legs.News.nothing(state.offers()) : release(state, state.accepted());
        return Steps.farewell(Outcome.CONNECTED, null, thanked.offers()).then(thanked.commands());
    }

    private static Step roomTimeout(Connected state, RoomTimeout due) {
        return switch (due) {
            case RoomCheckDue check -> look(state, check);
            case LeaveOverdue overdue -> state.interpreterLeft() ? talkOver(state) : Step.to(state);
            case JoinOverdue late -> Step.to(state);
            case ReturnOverdue late -> Step.to(state);
        };
    }

    private static Step look(Connected state, RoomCheckDue due) {
        var looking = new Connected(
                state.request(), state.accepted(), state.interpreterLeft(), state.look() + 1, state.offers());
        return Step.to(looking, new CheckRoom(state.accepted(), looking.look()), new Arm(due));
    }

    /** The network may have lost the news of the end (contract §7, F8). */
    private static Step roomSeen(Connected state, RoomSeen seen) {
        if (seen.callerIn() && seen.interpreterIn()) {
            return Step.to(state);
        }
        return seen.interpreterIn()
                ? callerLost(state).then(new MoveLeg(state.accepted()))
                : talkOver(state).then(new HangUpLeg(state.accepted()));
    }

    Step on(CallerLost state, CallEvent event) {
        return switch (event) {
            case CallerReturned returned -> returned(state);
            case CallerLeftRoom left -> left.room().equals(state.accepted()) ? bothLeft(state) : Step.to(state);
            case CallerEvent late -> Step.to(state);
            case LegOver over ->
                over.offer().equals(state.accepted())
                        ? interpreterGone(state)
                        : Steps.bookkeeping(state, Legs.on(state.offers(), over));
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case RoomEvent late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case NeededElsewhere needed -> thanked(state);
            case EndOrdered end -> thanked(state);
            case Intervention late -> Step.to(state);
            case CallbackEvent late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case ReturnOverdue overdue -> overdue.equals(deadline(state)) ? thanked(state) : Step.to(state);
            case Timeout late -> Step.to(state);
        };
    }

    private static ReturnOverdue deadline(CallerLost state) {
        return new ReturnOverdue(state.accepted(), state.offers().waits());
    }

    private static Step returned(CallerLost state) {
        var offers = state.offers().waitBegun();
        return Step.to(
                new Bridging(state.request().afterTalk(), state.accepted(), false, false, 0, false, offers),
                new Reopen(),
                new MoveLeg(state.accepted()),
                new Arm(new JoinOverdue(state.accepted())),
                new Arm(new PatienceOver(offers.waits())));
    }

    /** It was the room that closed. */
    private static Step bothLeft(CallerLost state) {
        var thanked = release(state, state.accepted());
        return Step.to(
                        new TalkOver(state.request(), thanked.offers()),
                        new Arm(new FarewellOverdue(thanked.offers().searches())))
                .then(thanked.commands());
    }

    private static Step interpreterGone(CallerLost state) {
        var free = Legs.acceptedOver(state.offers(), state.accepted(), Fate.ACCEPTED);
        return ended(free);
    }

    private static Step thanked(CallerLost state) {
        return ended(release(state, state.accepted()));
    }

    /** The caller's leg may be up all the same, alone in the room or on its way back there. */
    private static Step ended(Legs.News news) {
        return Step.to(new Ended(Outcome.CONNECTED, news.offers()))
                .then(news.commands())
                .then(new HangUpCaller());
    }

    private static Legs.News release(CallState state, OfferId accepted) {
        return state.offers()
                .find(accepted)
                .map(offer -> Legs.decide(state.offers(), offer, Fate.ACCEPTED))
                .orElseGet(() -> Legs.News.nothing(state.offers()));
    }
}
