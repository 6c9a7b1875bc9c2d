package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.EmergencyUnanswered;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.SeekAgainDue;
import de.dolmetscherhotline.call.flow.CallEvent.TransferOverdue;
import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Attended;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Closed;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Detailing;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Farewell;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.CallState.Transferring;
import de.dolmetscherhotline.call.flow.CallState.Unserved;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.ArrangeCallback;
import de.dolmetscherhotline.call.flow.Command.CallOut;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.HangUpLeg;
import de.dolmetscherhotline.call.flow.Command.LetGo;
import de.dolmetscherhotline.call.flow.Command.MoveCaller;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.call.flow.Command.ReserveInterpreter;
import de.dolmetscherhotline.call.flow.Command.ReserveVolunteer;
import de.dolmetscherhotline.call.flow.Command.SeekInterpreters;
import de.dolmetscherhotline.call.flow.Command.TakeOverCallback;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Turns of a call that more than one of its phases can take. */
final class Steps {

    /** With a look every two seconds, some time longer than a telephone rings. */
    private static final int LOOKS_WHILE_ONE_IS_ASKED = 14;

    private Steps() {}

    static Step askLanguage(Caller caller, int tries, boolean emergency, Offers offers) {
        return Step.to(
                new ChoosingLanguage(caller, "", null, tries, emergency, Asking.FIRST, offers), choiceOverdue(offers));
    }

    static Arm choiceOverdue(Offers offers) {
        return new Arm(new ChoiceOverdue(offers.searches()));
    }

    /** The caller begins to wait. */
    static Step search(Request request, Offers before) {
        return search(request, before, Announcement.BEGIN);
    }

    static Step search(Request request, Offers before, Announcement announcement) {
        if (request.away()) {
            return searchOn(request, before, announcement);
        }
        var offers = before.waitBegun();
        return searchOn(request, offers, announcement)
                .after(new TakeOverCallback(request), new Arm(new PatienceOver(offers.waits())));
    }

    /** The search goes on within the same wait. */
    static Step searchOn(Request request, Offers before) {
        return searchOn(request, before, Announcement.BEGIN);
    }

    private static Step searchOn(Request request, Offers before, Announcement announcement) {
        var offers = before.searchBegun();
        var state = new Searching(request, announcement, 0, offers);
        var begun = Step.to(state, new Arm(new SeekAgainDue(offers.searches())), seek(state));
        return request.need().emergency() ? begun.after(emergencyUnanswered(offers)) : begun;
    }

    /** Nobody else is asked for as long as her telephone may ring, unless she declines. */
    static Step searchWith(InterpreterId agreed, Request request) {
        var offers = Offers.NONE.searchBegun();
        return Step.to(
                new Searching(request, Announcement.BEGIN, 0, offers),
                new Arm(new SeekAgainDue(offers.searches()), LOOKS_WHILE_ONE_IS_ASKED),
                reserve(agreed, request, offers));
    }

    static Arm emergencyUnanswered(Offers offers) {
        return new Arm(new EmergencyUnanswered(offers.searches()));
    }

    static SeekInterpreters seek(Searching state) {
        var offers = state.offers();
        return new SeekInterpreters(state.request(), offers.waves() + 1, offers.nobodyAsked(), offers.asked());
    }

    /** Ask one who was chosen, or who volunteered. */
    static ReserveInterpreter reserve(InterpreterId interpreter, Request request, Offers offers) {
        return new ReserveInterpreter(interpreter, request, offers.waves() + 1);
    }

    /** Ask her once more who volunteered and could not be connected. */
    static ReserveVolunteer reserveVolunteer(Request request, Offers offers) {
        return new ReserveVolunteer(request, offers.waves() + 1);
    }

    /** Nobody can be found: choices at once, and volunteers off duty are asked by text unless they were a moment ago. */
    static Step unserved(Request request, Outcome why, Offers offers) {
        var settled = Legs.settle(offers);
        var told = new Unserved(request, outcome(request, why), Asking.FIRST, settled.offers());
        return Step.to(told, choiceOverdue(offers)).then(settled.commands()).then(new CallOut(request));
    }

    /** Somebody who has talked was not unserved altogether. */
    static Outcome outcome(Request request, Outcome without) {
        return request.talked() ? Outcome.INTERRUPTED : without;
    }

    /** From now on another call searches, and rings back. */
    static Step callback(Request request, Offers offers) {
        return farewell(Outcome.CALLBACK_ARRANGED, request.need(), offers)
                .after(new ArrangeCallback(request.goneAway()));
    }

    /** @param from where the call goes on if nobody can be reached there */
    static Step transfer(Destination to, Attended from) {
        var withdrawn = Legs.settle(from.offers());
        return Step.to(
                        new Transferring(to, false, from.with(withdrawn.offers())),
                        new Arm(new TransferOverdue(withdrawn.offers().searches())))
                .then(withdrawn.commands());
    }

    /** A coordinator decides so; only where there is a number on record. */
    static Step takenOver(Destination to, Services services, Attended from) {
        return services.has(to) ? transfer(to, from) : Step.to(from);
    }

    /** A coordinator ends the call. That nobody could be found stays the outcome, and so unmet demand. */
    static Step endOrdered(Attended state) {
        return switch (state) {
            case Closed s -> farewell(Outcome.CLOSED, null, s.offers());
            case Identifying s -> farewell(Outcome.ENDED_BY_COORDINATOR, null, s.offers());
            case ChoosingLanguage s -> farewell(Outcome.ENDED_BY_COORDINATOR, null, s.offers());
            case Detailing s -> farewell(Outcome.ENDED_BY_COORDINATOR, s.need(), s.offers());
            case Searching s -> endOrdered(s);
            case Unserved s -> farewell(s.why(), s.request().need(), s.offers());
        };
    }

    private static Step endOrdered(Searching state) {
        var outcome = endedUnserved(state.request());
        return state.request().away()
                ? end(outcome, state.offers())
                : farewell(outcome, state.request().need(), state.offers());
    }

    /** Whoever was promised to be rung back had waited for nobody, and that stays unmet demand. */
    static Outcome endedUnserved(Request request) {
        var unmet = request.away() && request.promised();
        return outcome(request, unmet ? Outcome.CALLBACK_FAILED : Outcome.ENDED_BY_COORDINATOR);
    }

    /** The outcome is settled while the caller is still there to hear it. */
    static Step farewell(Outcome outcome, @Nullable Need need, Offers offers) {
        var settled = Legs.settle(offers);
        return Step.to(
                        new Farewell(outcome, need, settled.offers()),
                        new Finish(outcome),
                        new Arm(new FarewellOverdue(offers.searches())))
                .then(settled.commands());
    }

    /** The caller has gone. */
    static Step end(Outcome outcome, Offers offers) {
        var settled = Legs.settle(offers);
        return Step.to(new Ended(outcome, settled.offers()), new Finish(outcome))
                .then(settled.commands());
    }

    /** What happened to a leg changes the list of offers and nothing else. */
    static Step bookkeeping(CallState state, Legs.News news) {
        return new Step(state.with(news.offers()), news.commands());
    }

    /** Interpreters were reserved for a search that is over. */
    static Step undo(CallState state, InterpretersSought late) {
        return Step.to(state)
                .then(late.made().stream()
                        .map(offer -> new LetGo(offer.id(), offer.interpreter(), Fate.WITHDRAWN, false))
                        .toList());
    }

    /** Somebody entered a room in which no conversation is going to happen. */
    static Step undo(CallState state, JoinedRoom late) {
        return switch (late.who()) {
            case CALLER -> callerElsewhere(state);
            case INTERPRETER ->
                state.offers()
                        .find(late.room())
                        .map(offer -> elsewhere(state, offer))
                        .orElseGet(() -> Step.to(state));
        };
    }

    /** Whoever accepted in the very instant in which the call was settled still hears so. */
    private static Step elsewhere(CallState state, Offer offer) {
        return switch (offer.stage()) {
            case JOINING -> Step.to(state);
            case ENDING -> Step.to(state, new MoveLeg(offer.id()));
            case ASKED, RINGING, LISTENING, OVER -> Step.to(state, new HangUpLeg(offer.id()));
        };
    }

    /** Late news of an earlier room must not tear the caller out of the present one. */
    private static Step callerElsewhere(CallState state) {
        if (state instanceof Bridging || state instanceof Connected) {
            return Step.to(state);
        }
        return Step.to(state, state instanceof Ended ? new HangUpCaller() : new MoveCaller());
    }
}
