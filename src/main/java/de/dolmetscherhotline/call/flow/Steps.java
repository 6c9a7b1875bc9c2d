package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.SeekAgainDue;
import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Farewell;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.HangUpLeg;
import de.dolmetscherhotline.call.flow.Command.LetGo;
import de.dolmetscherhotline.call.flow.Command.MoveCaller;
import de.dolmetscherhotline.call.flow.Command.SeekInterpreters;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Turns of a call that more than one of its phases can take. */
final class Steps {

    private Steps() {}

    static Step askLanguage(Caller caller, int tries, Offers offers) {
        return Step.to(
                new ChoosingLanguage(caller, "", tries, Asking.FIRST, offers),
                new Arm(new ChoiceOverdue(offers.searches())));
    }

    static Step search(Caller caller, Language language, Offers before) {
        var offers = before.searchBegun();
        var state = new Searching(caller, language, new Announcement(0, 0), offers);
        return Step.to(
                state,
                new Arm(new PatienceOver(offers.searches())),
                new Arm(new SeekAgainDue(offers.searches())),
                seek(state));
    }

    static SeekInterpreters seek(Searching state) {
        var offers = state.offers();
        return new SeekInterpreters(
                state.caller(), state.language(), offers.waves() + 1, offers.nobodyAsked(), offers.asked());
    }

    /** The outcome is settled while the caller is still there to hear it. */
    static Step farewell(Outcome outcome, @Nullable Language language, Offers offers) {
        var settled = Legs.settle(offers);
        return Step.to(
                        new Farewell(outcome, language, settled.offers()),
                        new Finish(outcome),
                        new Arm(new FarewellOverdue()))
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
                isElsewhere(state, late.room()) ? Step.to(state, new HangUpLeg(late.room())) : Step.to(state);
        };
    }

    /** Late news of an earlier room must not tear the caller out of the present one. */
    private static Step callerElsewhere(CallState state) {
        if (state instanceof Bridging || state instanceof Connected) {
            return Step.to(state);
        }
        return Step.to(state, state instanceof Ended ? new HangUpCaller() : new MoveCaller());
    }

    private static boolean isElsewhere(CallState state, OfferId room) {
        return state.offers()
                .find(room)
                .filter(offer -> offer.stage() != Offer.Stage.JOINING)
                .isPresent();
    }
}
