package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.CallerArrived;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterPressed;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageRead;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.NewOffer;
import de.dolmetscherhotline.call.flow.CallEvent.OfferOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.OfferTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.PinChecked;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.CallEvent.SearchTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.SeekAgainDue;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.Dial;
import de.dolmetscherhotline.call.flow.Command.NoteAccepted;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The call while interpreters are asked and the caller waits. */
final class Search {

    private static final String CHANGE_LANGUAGE = "*";
    private static final String ACCEPT = "1";

    private final FlowRules rules;

    Search(FlowRules rules) {
        this.rules = rules;
    }

    Step on(Searching state, CallEvent event) {
        return switch (event) {
            case CallerArrived again -> Step.to(state);
            case CallerPressed pressed -> waitingKeys(state, pressed.keys());
            case CallerLeftRoom left -> Step.to(state);
            case CallerHungUp gone -> Steps.end(Outcome.ABANDONED_WAITING, state.offers());
            case InterpreterPressed pressed -> interpreterPressed(state, pressed);
            case LegEvent news -> goOn(state, Legs.on(state.offers(), news));
            case JoinedRoom late -> Steps.undo(state, late);
            case RoomSeen late -> Step.to(state);
            case PinChecked late -> Step.to(state);
            case LanguageRead late -> Step.to(state);
            case InterpretersSought sought -> interpretersSought(state, sought);
            case OfferTimeout overdue -> goOn(state, Legs.overdue(state.offers(), overdue));
            case SearchTimeout due -> due.search() == state.offers().searches() ? timeIsUp(state, due) : Step.to(state);
            case Timeout late -> Step.to(state);
        };
    }

    private Step waitingKeys(Searching state, String keys) {
        if (keys.contains(CHANGE_LANGUAGE)) {
            var withdrawn = Legs.withdrawAll(state.offers(), Fate.WITHDRAWN);
            return Steps.askLanguage(state.caller(), rules.languageTries(), withdrawn.offers())
                    .then(withdrawn.commands());
        }
        var told = new Announcement(
                state.announcement().number() + 1, state.offers().ringing());
        return Step.to(new Searching(state.caller(), state.language(), told, state.offers()));
    }

    private static Step timeIsUp(Searching state, SearchTimeout due) {
        return switch (due) {
            case SeekAgainDue again -> Step.to(state, new Arm(again), Steps.seek(state));
            case PatienceOver over -> Steps.farewell(Outcome.NOBODY_ANSWERED, state.language(), state.offers());
        };
    }

    private static Step goOn(Searching state, Legs.News news) {
        var next = state.with(news.offers());
        var step = new Step(next, news.commands());
        return news.fellAway() ? step.then(Steps.seek(next)) : step;
    }

    private static Step interpretersSought(Searching state, InterpretersSought sought) {
        if (!sought.made().isEmpty()) {
            return offersMade(state, sought.made());
        }
        if (state.offers().open().findAny().isPresent()) {
            return Step.to(state);
        }
        return switch (sought.coverage()) {
            case HOPEFUL -> Step.to(state);
            case NONE ->
                Steps.farewell(
                        state.offers().nobodyAsked() ? Outcome.NO_COVERAGE : Outcome.NOBODY_ANSWERED,
                        state.language(),
                        state.offers());
            case EXHAUSTED -> Steps.farewell(Outcome.NOBODY_ANSWERED, state.language(), state.offers());
        };
    }

    private static Step offersMade(Searching state, List<NewOffer> made) {
        var wave = made.stream()
                .map(offer -> Offer.asked(offer.id(), offer.interpreter()))
                .toList();
        var commands = new ArrayList<Command>();
        for (var offer : wave) {
            commands.add(new Dial(offer.id()));
            commands.add(new Arm(new OfferOverdue(offer.id(), Stage.ASKED)));
        }
        return new Step(state.with(state.offers().plus(wave)), commands);
    }

    private static Step interpreterPressed(Searching state, InterpreterPressed pressed) {
        return state.offers()
                .find(pressed.offer())
                .filter(offer -> offer.isOpen() && pressed.keys().equals(ACCEPT))
                .map(offer -> accepted(state, offer))
                .orElseGet(() -> goOn(state, Legs.on(state.offers(), pressed)));
    }

    /** The first to press the key gets the call; the row lock around this step makes it the only one. */
    private static Step accepted(Searching state, Offer winner) {
        var others = Legs.withdrawAll(state.offers().with(winner.at(Stage.JOINING)), Fate.TOO_LATE);
        var bridging = new Bridging(
                state.caller(), state.language(), state.announcement(), winner.id(), false, false, 0, others.offers());
        return Step.to(
                        bridging,
                        new NoteAccepted(winner.id(), winner.interpreter()),
                        new Arm(new JoinOverdue(winner.id())))
                .then(others.commands());
    }
}
