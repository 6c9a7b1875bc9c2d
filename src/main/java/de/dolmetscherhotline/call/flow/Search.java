package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.CallbackCancelled;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackOver;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.Coverage;
import de.dolmetscherhotline.call.flow.CallEvent.EmergencyUnanswered;
import de.dolmetscherhotline.call.flow.CallEvent.EndOrdered;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterChosen;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterPressed;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageRead;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.NeededElsewhere;
import de.dolmetscherhotline.call.flow.CallEvent.NewOffer;
import de.dolmetscherhotline.call.flow.CallEvent.OfferOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.OfferTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.PinChecked;
import de.dolmetscherhotline.call.flow.CallEvent.RecallOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.CallEvent.SearchTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.SeekAgainDue;
import de.dolmetscherhotline.call.flow.CallEvent.Superseded;
import de.dolmetscherhotline.call.flow.CallEvent.TakenOver;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.Recalling;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.CallState.Unserved;
import de.dolmetscherhotline.call.flow.Command.AlertCoordinator;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.CallOut;
import de.dolmetscherhotline.call.flow.Command.Dial;
import de.dolmetscherhotline.call.flow.Command.DialCaller;
import de.dolmetscherhotline.call.flow.Command.NoteAccepted;
import de.dolmetscherhotline.call.flow.Command.NoteEmergency;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The call while interpreters are asked, and when none can be found. */
final class Search {

    /** Whoever has so many more ahead looks for an interpreter one break later. */
    private static final int AHEAD_FOR_A_BREAK = 8;

    private static final int MOST_BREAKS = 15;

    private final FlowRules rules;

    Search(FlowRules rules) {
        this.rules = rules;
    }

    Step on(Searching state, CallEvent event) {
        return switch (event) {
            case CallerPressed pressed -> state.request().away() ? Step.to(state) : waitingKeys(state, pressed.keys());
            case CallerHungUp gone -> hungUp(state);
            case CallerEvent late -> Step.to(state);
            case InterpreterPressed pressed -> interpreterPressed(state, pressed);
            case LegEvent news -> goOn(state, Legs.on(state.offers(), news));
            case JoinedRoom late -> Steps.undo(state, late);
            case RoomSeen late -> Step.to(state);
            case PinChecked late -> Step.to(state);
            case LanguageRead late -> Step.to(state);
            case InterpretersSought sought -> interpretersSought(state, sought);
            case TakenOver taken ->
                state.request().away()
                        ? Step.to(state)
                        : Steps.takenOver(taken.to(), state.request().caller().services(), state);
            case InterpreterChosen chosen ->
                Step.to(state, Steps.reserve(chosen.interpreter(), state.request(), state.offers()));
            case EndOrdered end -> Steps.endOrdered(state);
            case NeededElsewhere late -> Step.to(state);
            case Superseded superseded -> callbackEnds(state, Outcome.JOINED_ANOTHER_CALL);
            case CallbackCancelled cancelled -> callbackEnds(state, Outcome.CANCELLED);
            case CallbackEvent late -> Step.to(state);
            case OfferTimeout overdue -> goOn(state, Legs.overdue(state.offers(), overdue));
            case SearchTimeout due -> due.search() == state.offers().searches() ? timeIsUp(state, due) : Step.to(state);
            case PatienceOver over -> patienceOver(state, over);
            case CallbackOver over -> callbackEnds(state, Outcome.CALLBACK_FAILED);
            case Timeout late -> Step.to(state);
        };
    }

    private static Step hungUp(Searching state) {
        return state.request().away()
                ? Step.to(state)
                : Steps.end(Steps.outcome(state.request(), Outcome.ABANDONED_WAITING), state.offers());
    }

    private static Step callbackEnds(Searching state, Outcome outcome) {
        return state.request().away() ? Steps.end(outcome, state.offers()) : Step.to(state);
    }

    private static Step patienceOver(Searching state, PatienceOver over) {
        return over.waiting() == state.offers().waits() && !state.request().away()
                ? Steps.unserved(state.request(), Outcome.NOBODY_ANSWERED, state.offers())
                : Step.to(state);
    }

    private Step waitingKeys(Searching state, String keys) {
        return switch (keys) {
            case Keys.STAR -> otherLanguage(state);
            case Keys.COORDINATOR ->
                state.request().caller().services().coordinator()
                        ? Steps.transfer(Destination.COORDINATOR, state)
                        : Step.to(told(state, Asking.AGAIN_UNREACHABLE));
            case Keys.EMERGENCY ->
                state.request().need().emergency()
                        ? Step.to(told(state, Asking.AGAIN_AS_EMERGENCY))
                        : becomesEmergency(state);
            case Keys.CALL_ME_BACK ->
                state.request().caller().canBeRungBack()
                        ? callback(state)
                        : Step.to(told(state, Asking.AGAIN_ON_REQUEST));
            default -> Step.to(told(state, Asking.AGAIN_ON_REQUEST));
        };
    }

    /** Before it was offered, the key is the one for the language, pressed once more by somebody in a hurry. */
    private static Step callback(Searching state) {
        return state.announcement().offersMore() ? Steps.callback(state.request(), state.offers()) : Step.to(state);
    }

    private Step otherLanguage(Searching state) {
        var withdrawn = Legs.withdrawAll(state.offers(), Fate.WITHDRAWN);
        var request = state.request();
        return Steps.askLanguage(
                        request.caller(), rules.languageTries(), request.need().emergency(), withdrawn.offers())
                .then(withdrawn.commands());
    }

    private static Step becomesEmergency(Searching state) {
        var urgent = told(
                new Searching(state.request().asEmergency(), state.announcement(), state.ahead(), state.offers()),
                Asking.AGAIN_AS_EMERGENCY);
        return Step.to(urgent, new NoteEmergency(), Steps.emergencyUnanswered(state.offers()), Steps.seek(urgent));
    }

    private static Searching told(Searching state, Asking asking) {
        var announcement = new Announcement(
                state.announcement().number() + 1, state.offers().ringing(), state.ahead(), asking);
        return new Searching(state.request(), announcement, state.ahead(), state.offers());
    }

    private static Step timeIsUp(Searching state, SearchTimeout due) {
        return switch (due) {
            case SeekAgainDue again -> Step.to(state, new Arm(again, breaks(state)), Steps.seek(state));
            case EmergencyUnanswered unanswered -> alert(state, state.request());
        };
    }

    private static int breaks(Searching state) {
        return Math.min(MOST_BREAKS, 1 + state.ahead() / AHEAD_FOR_A_BREAK);
    }

    private static Step alert(CallState state, Request request) {
        return Step.to(state, new AlertCoordinator(request.need()));
    }

    private static Step goOn(Searching state, Legs.News news) {
        var next = state.with(news.offers());
        var step = new Step(next, news.commands());
        return news.fellAway() ? step.then(Steps.seek(next)) : step;
    }

    private static Step interpretersSought(Searching before, InterpretersSought sought) {
        var state = new Searching(before.request(), before.announcement(), sought.ahead(), before.offers());
        if (!sought.made().isEmpty()) {
            return offersMade(state, sought.made());
        }
        if (sought.coverage() == Coverage.HOPEFUL
                || state.offers().open().findAny().isPresent()) {
            return Step.to(state);
        }
        return state.request().away()
                ? waitForSomebody(state)
                : Steps.unserved(state.request(), why(state, sought), state.offers());
    }

    /** A callback goes on although nobody is on duty: somebody may come, or answer a text. */
    private static Step waitForSomebody(Searching state) {
        return Step.to(state, new CallOut(state.request()));
    }

    private static Outcome why(Searching state, InterpretersSought sought) {
        return sought.coverage() == Coverage.NONE && state.offers().nobodyAsked()
                ? Outcome.NO_COVERAGE
                : Outcome.NOBODY_ANSWERED;
    }

    private static Step offersMade(Searching state, List<NewOffer> made) {
        var wave = made.stream().map(Offer::asked).toList();
        var commands = new ArrayList<Command>();
        for (var offer : wave) {
            commands.add(new Dial(offer.id(), state.request().need().emergency()));
            commands.add(new Arm(new OfferOverdue(offer.id(), Stage.ASKED)));
        }
        return new Step(state.with(state.offers().plus(wave)), commands);
    }

    private static Step interpreterPressed(Searching state, InterpreterPressed pressed) {
        return state.offers()
                .find(pressed.offer())
                .filter(offer -> offer.isOpen() && pressed.keys().equals(Keys.YES))
                .map(offer -> accepted(state, offer))
                .orElseGet(() -> goOn(state, Legs.on(state.offers(), pressed)));
    }

    /** The first to press the key gets the call; the row lock around this step makes it the only one. */
    private static Step accepted(Searching state, Offer winner) {
        var others = Legs.withdrawAll(state.offers().with(winner.at(Stage.JOINING)), Fate.TOO_LATE);
        var step = state.request().away()
                ? ringBack(state.request().rungBack(), winner, others.offers())
                : bridge(state.request(), winner, others.offers());
        return step.after(new NoteAccepted(winner.id(), winner.interpreter())).then(others.commands());
    }

    private static Step bridge(Request request, Offer winner, Offers offers) {
        return Step.to(
                new Bridging(request, winner.id(), false, false, 0, false, offers),
                new Arm(new JoinOverdue(winner.id())));
    }

    private static Step ringBack(Request request, Offer winner, Offers offers) {
        return Step.to(
                new Recalling(request, winner.id(), null, offers),
                new DialCaller(request.recalls(), request.need().emergency()),
                new Arm(new RecallOverdue(request.recalls())));
    }

    Step on(Unserved state, CallEvent event) {
        return switch (event) {
            case CallerPressed pressed -> unservedKeys(state, pressed.keys());
            case CallerHungUp gone -> Steps.end(state.why(), state.offers());
            case CallerEvent late -> Step.to(state);
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case JoinedRoom late -> Steps.undo(state, late);
            case RoomSeen late -> Step.to(state);
            case PinChecked late -> Step.to(state);
            case LanguageRead late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case TakenOver taken ->
                Steps.takenOver(taken.to(), state.request().caller().services(), state);
            case InterpreterChosen chosen ->
                Steps.search(state.request(), state.offers())
                        .after(Steps.reserve(chosen.interpreter(), state.request(), state.offers()));
            case EndOrdered end -> Steps.endOrdered(state);
            case NeededElsewhere late -> Step.to(state);
            case CallbackEvent late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case ChoiceOverdue overdue ->
                overdue.search() == state.offers().searches()
                        ? Steps.farewell(state.why(), state.request().need(), state.offers())
                        : Step.to(state);
            case EmergencyUnanswered unanswered ->
                unanswered.search() == state.offers().searches() ? alert(state, state.request()) : Step.to(state);
            case Timeout late -> Step.to(state);
        };
    }

    private static Step unservedKeys(Unserved state, String keys) {
        var caller = state.request().caller();
        return switch (keys) {
            case Keys.CALL_ME_BACK ->
                caller.canBeRungBack()
                        ? Steps.callback(state.request(), state.offers())
                        : missed(state, Asking.AGAIN_NOT_UNDERSTOOD);
            case Keys.PROVIDER ->
                caller.services().provider()
                        ? Steps.transfer(Destination.PROFESSIONAL_PROVIDER, state)
                        : missed(state, Asking.AGAIN_NOT_UNDERSTOOD);
            case Keys.COORDINATOR ->
                caller.services().coordinator()
                        ? Steps.transfer(Destination.COORDINATOR, state)
                        : Step.to(again(state, Asking.AGAIN_UNREACHABLE));
            case Keys.EMERGENCY ->
                state.request().need().emergency()
                        ? missed(state, Asking.AGAIN_AS_EMERGENCY)
                        : Steps.search(state.request().asEmergency(), state.offers())
                                .after(new NoteEmergency());
            case "" -> missed(state, Asking.AGAIN_NOTHING_PRESSED);
            case Keys.STAR -> Step.to(again(state, Asking.AGAIN_ON_REQUEST));
            default -> missed(state, Asking.AGAIN_NOT_UNDERSTOOD);
        };
    }

    /** The choices are said once more to whoever presses nothing, or nothing that they hold. */
    private static Step missed(Unserved state, Asking asking) {
        return wasMissed(state.asking())
                ? Steps.farewell(state.why(), state.request().need(), state.offers())
                : Step.to(again(state, asking));
    }

    private static boolean wasMissed(Asking asking) {
        return switch (asking) {
            case AGAIN_NOTHING_PRESSED, AGAIN_NOT_UNDERSTOOD, AGAIN_AS_EMERGENCY -> true;
            case FIRST, AGAIN_ON_REQUEST, AGAIN_UNREACHABLE, FOR_MORE_KEYS -> false;
        };
    }

    private static Unserved again(Unserved state, Asking asking) {
        return new Unserved(state.request(), state.why(), asking, state.offers());
    }
}
