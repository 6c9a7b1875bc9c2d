package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.Answer;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.AtUnknownLine;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromOrganisation;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromUnknownNumber;
import de.dolmetscherhotline.call.flow.CallEvent.CallerArrived;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageRead;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading.Chosen;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading.Incomplete;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading.Unknown;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.OfferTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.PinChecked;
import de.dolmetscherhotline.call.flow.CallEvent.PinMatched;
import de.dolmetscherhotline.call.flow.CallEvent.PinWrong;
import de.dolmetscherhotline.call.flow.CallEvent.RoomEvent;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.CallState.New;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.CheckPin;
import de.dolmetscherhotline.call.flow.Command.NoteCaller;
import de.dolmetscherhotline.call.flow.Command.NoteLanguage;
import de.dolmetscherhotline.call.flow.Command.ReadLanguage;
import de.dolmetscherhotline.kernel.Outcome;

/** The call until a language is chosen: who is it, and what do they need. */
final class Choosing {

    private static final String REPEAT = "*";

    private final FlowRules rules;

    Choosing(FlowRules rules) {
        this.rules = rules;
    }

    Step on(New state, CallEvent event) {
        return switch (event) {
            case CallerArrived arrived -> arrived(arrived.arrival());
            case CallerHungUp gone -> Steps.end(Outcome.ABANDONED_CHOOSING, Offers.NONE);
            case CallerPressed late -> Step.to(state);
            case CallerLeftRoom late -> Step.to(state);
            case LegEvent late -> Step.to(state);
            case RoomEvent late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case Answer late -> Step.to(state);
            case Timeout late -> Step.to(state);
        };
    }

    private Step arrived(Arrival arrival) {
        return switch (arrival) {
            case AtUnknownLine unknown -> Steps.farewell(Outcome.UNKNOWN_LINE, null, Offers.NONE);
            case FromUnknownNumber unknown ->
                Step.to(
                        new Identifying(rules.pinTries(), Asking.FIRST),
                        new Arm(new ChoiceOverdue(Offers.NONE.searches())));
            case FromOrganisation known -> identified(known.caller());
        };
    }

    private Step identified(Caller caller) {
        return Steps.askLanguage(caller, rules.languageTries(), Offers.NONE).then(new NoteCaller(caller));
    }

    Step on(Identifying state, CallEvent event) {
        return switch (event) {
            case CallerArrived again -> Step.to(state);
            case CallerPressed pressed ->
                pressed.keys().isEmpty()
                        ? pinMissed(state, Asking.AGAIN_NOTHING_PRESSED)
                        : Step.to(state, new CheckPin(pressed.keys()));
            case CallerLeftRoom late -> Step.to(state);
            case CallerHungUp gone -> Steps.end(Outcome.ABANDONED_CHOOSING, Offers.NONE);
            case LegEvent late -> Step.to(state);
            case RoomEvent late -> Step.to(state);
            case PinMatched matched -> identified(matched.caller());
            case PinWrong wrong -> pinMissed(state, Asking.AGAIN_NOT_UNDERSTOOD);
            case LanguageRead late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case ChoiceOverdue overdue -> Steps.farewell(Outcome.ABANDONED_CHOOSING, null, Offers.NONE);
            case Timeout late -> Step.to(state);
        };
    }

    private Step pinMissed(Identifying state, Asking asking) {
        return state.triesLeft() > 1
                ? Step.to(new Identifying(state.triesLeft() - 1, asking))
                : Steps.farewell(Outcome.REFUSED_UNKNOWN_CALLER, null, Offers.NONE);
    }

    Step on(ChoosingLanguage state, CallEvent event) {
        return switch (event) {
            case CallerArrived again -> Step.to(state);
            case CallerPressed pressed -> languageKeys(state, pressed.keys());
            case CallerLeftRoom late -> Step.to(state);
            case CallerHungUp gone -> Steps.end(Outcome.ABANDONED_CHOOSING, state.offers());
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case JoinedRoom late -> Steps.undo(state, late);
            case RoomSeen late -> Step.to(state);
            case PinChecked late -> Step.to(state);
            case LanguageRead read -> languageRead(state, read.reading());
            case InterpretersSought late -> Steps.undo(state, late);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case ChoiceOverdue overdue ->
                overdue.search() == state.offers().searches()
                        ? Steps.farewell(Outcome.ABANDONED_CHOOSING, null, state.offers())
                        : Step.to(state);
            case Timeout late -> Step.to(state);
        };
    }

    private Step languageKeys(ChoosingLanguage state, String keys) {
        if (keys.isEmpty()) {
            return languageMissed(state, Asking.AGAIN_NOTHING_PRESSED);
        }
        if (keys.contains(REPEAT)) {
            return Step.to(again(state, "", state.triesLeft(), Asking.AGAIN_ON_REQUEST));
        }
        return Step.to(state, new ReadLanguage(state.caller(), state.typed() + keys));
    }

    private Step languageRead(ChoosingLanguage state, LanguageReading reading) {
        return switch (reading) {
            case Chosen chosen ->
                Steps.search(state.caller(), chosen.language(), state.offers().languageChosen())
                        .after(new NoteLanguage(chosen.language()));
            case Incomplete incomplete ->
                Step.to(again(state, incomplete.typed(), state.triesLeft(), Asking.FOR_MORE_KEYS));
            case Unknown unknown -> languageMissed(state, Asking.AGAIN_NOT_UNDERSTOOD);
        };
    }

    private Step languageMissed(ChoosingLanguage state, Asking asking) {
        return state.triesLeft() > 1
                ? Step.to(again(state, "", state.triesLeft() - 1, asking))
                : Steps.farewell(Outcome.NO_LANGUAGE_CHOSEN, null, state.offers());
    }

    private static ChoosingLanguage again(ChoosingLanguage state, String typed, int triesLeft, Asking asking) {
        return new ChoosingLanguage(state.caller(), typed, triesLeft, asking, state.offers());
    }
}
