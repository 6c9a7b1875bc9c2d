package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.CallbackEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.CallerSpoke;
import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.EndOrdered;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterChosen;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageRead;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading.Chosen;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading.Heard;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading.Incomplete;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading.Unknown;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.NeededElsewhere;
import de.dolmetscherhotline.call.flow.CallEvent.OfferTimeout;
import de.dolmetscherhotline.call.flow.CallEvent.PinChecked;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.CallEvent.TakenOver;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Detail;
import de.dolmetscherhotline.call.flow.CallState.Detailing;
import de.dolmetscherhotline.call.flow.Command.NoteEmergency;
import de.dolmetscherhotline.call.flow.Command.NoteNeed;
import de.dolmetscherhotline.call.flow.Command.ReadLanguage;
import de.dolmetscherhotline.call.flow.Command.ReadSpeech;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.kernel.Subject;

/** The call while it is asked what is needed: the language, and what else the organisation wants to choose. */
final class Choosing {

    private final FlowRules rules;

    Choosing(FlowRules rules) {
        this.rules = rules;
    }

    Step on(ChoosingLanguage state, CallEvent event) {
        return switch (event) {
            case CallerPressed pressed -> languageKeys(state, pressed.keys());
            case CallerSpoke spoke -> Step.to(state, new ReadSpeech(spoke.words()));
            case CallerHungUp gone -> Steps.end(Outcome.ABANDONED_CHOOSING, state.offers());
            case CallerEvent late -> Step.to(state);
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case JoinedRoom late -> Steps.undo(state, late);
            case RoomSeen late -> Step.to(state);
            case PinChecked late -> Step.to(state);
            case LanguageRead read -> languageRead(state, read.reading());
            case InterpretersSought late -> Steps.undo(state, late);
            case TakenOver taken -> Steps.takenOver(taken.to(), state.caller().services(), state);
            case InterpreterChosen early -> Step.to(state);
            case EndOrdered end -> Steps.endOrdered(state);
            case NeededElsewhere late -> Step.to(state);
            case CallbackEvent late -> Step.to(state);
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
        if (keys.contains(Keys.STAR)) {
            return Step.to(again(state, "", state.triesLeft(), Asking.AGAIN_ON_REQUEST));
        }
        if (state.heard() != null) {
            return keys.equals(Keys.YES)
                    ? chosen(state, state.heard())
                    : languageMissed(state, Asking.AGAIN_ON_REQUEST);
        }
        if (state.typed().isEmpty() && keys.equals(Keys.COORDINATOR)) {
            return state.caller().services().coordinator()
                    ? Steps.transfer(Destination.COORDINATOR, state)
                    : Step.to(again(state, "", state.triesLeft(), Asking.AGAIN_UNREACHABLE));
        }
        if (state.typed().isEmpty() && keys.equals(Keys.EMERGENCY)) {
            return Step.to(asEmergency(state), new NoteEmergency());
        }
        return Step.to(state, new ReadLanguage(state.caller(), state.typed() + keys));
    }

    private Step languageRead(ChoosingLanguage state, LanguageReading reading) {
        return switch (reading) {
            case Chosen chosen -> chosen(state, chosen.language());
            case Incomplete incomplete ->
                Step.to(again(state, incomplete.typed(), state.triesLeft(), Asking.FOR_MORE_KEYS));
            case Heard heard ->
                Step.to(new ChoosingLanguage(
                        state.caller(),
                        "",
                        heard.language(),
                        state.triesLeft(),
                        state.emergency(),
                        Asking.FIRST,
                        state.offers()));
            case Unknown unknown -> languageMissed(state, Asking.AGAIN_NOT_UNDERSTOOD);
        };
    }

    private Step languageMissed(ChoosingLanguage state, Asking asking) {
        return state.triesLeft() > 1
                ? Step.to(again(state, "", state.triesLeft() - 1, asking))
                : Steps.farewell(Outcome.NO_LANGUAGE_CHOSEN, null, state.offers());
    }

    private static ChoosingLanguage again(ChoosingLanguage state, String typed, int triesLeft, Asking asking) {
        return new ChoosingLanguage(state.caller(), typed, null, triesLeft, state.emergency(), asking, state.offers());
    }

    private static ChoosingLanguage asEmergency(ChoosingLanguage state) {
        return new ChoosingLanguage(
                state.caller(), "", null, state.triesLeft(), true, Asking.AGAIN_AS_EMERGENCY, state.offers());
    }

    /** In an emergency nothing more is asked. */
    private Step chosen(ChoosingLanguage state, Language language) {
        var caller = state.caller();
        var need = state.emergency() ? Need.of(language).inAnEmergency() : Need.of(language);
        var offers = state.offers().languageChosen();
        if (state.emergency()) {
            return complete(caller, need, offers);
        }
        if (caller.asksSubject()) {
            return ask(caller, need, Detail.SUBJECT, offers);
        }
        return caller.asksGender() ? ask(caller, need, Detail.GENDER, offers) : complete(caller, need, offers);
    }

    private Step ask(Caller caller, Need need, Detail detail, Offers offers) {
        return Step.to(new Detailing(caller, need, detail, rules.languageTries(), Asking.FIRST, offers));
    }

    private static Step complete(Caller caller, Need need, Offers offers) {
        return Steps.search(Request.of(caller, need), offers).after(new NoteNeed(need));
    }

    Step on(Detailing state, CallEvent event) {
        return switch (event) {
            case CallerPressed pressed -> detailKeys(state, pressed.keys());
            case CallerHungUp gone -> Steps.end(Outcome.ABANDONED_CHOOSING, state.offers());
            case CallerEvent late -> Step.to(state);
            case LegEvent news -> Steps.bookkeeping(state, Legs.on(state.offers(), news));
            case JoinedRoom late -> Steps.undo(state, late);
            case RoomSeen late -> Step.to(state);
            case PinChecked late -> Step.to(state);
            case LanguageRead late -> Step.to(state);
            case InterpretersSought late -> Steps.undo(state, late);
            case TakenOver taken -> Steps.takenOver(taken.to(), state.caller().services(), state);
            case InterpreterChosen early -> Step.to(state);
            case EndOrdered end -> Steps.endOrdered(state);
            case NeededElsewhere late -> Step.to(state);
            case CallbackEvent late -> Step.to(state);
            case OfferTimeout overdue -> Steps.bookkeeping(state, Legs.overdue(state.offers(), overdue));
            case ChoiceOverdue overdue ->
                overdue.search() == state.offers().searches()
                        ? Steps.farewell(Outcome.ABANDONED_CHOOSING, null, state.offers())
                        : Step.to(state);
            case Timeout late -> Step.to(state);
        };
    }

    private Step detailKeys(Detailing state, String keys) {
        return switch (keys) {
            case Keys.COORDINATOR ->
                state.caller().services().coordinator()
                        ? Steps.transfer(Destination.COORDINATOR, state)
                        : Step.to(again(state, state.triesLeft(), Asking.AGAIN_UNREACHABLE));
            case Keys.EMERGENCY ->
                complete(state.caller(), state.need().inAnEmergency(), state.offers())
                        .after(new NoteEmergency());
            case Keys.STAR -> Step.to(again(state, state.triesLeft(), Asking.AGAIN_ON_REQUEST));
            default ->
                switch (state.detail()) {
                    case SUBJECT -> subjectKeys(state, keys);
                    case GENDER -> genderKeys(state, keys);
                };
        };
    }

    /** Nothing pressed means that it does not matter. */
    private Step subjectKeys(Detailing state, String keys) {
        return switch (keys) {
            case "1" -> about(state, Subject.MEDICAL);
            case "2" -> about(state, Subject.AUTHORITY);
            case "3" -> about(state, Subject.SCHOOL);
            case "4" -> about(state, Subject.POLICE);
            case "5" -> about(state, Subject.ASYLUM);
            case "", "6" -> detailed(state, state.need());
            default -> missed(state);
        };
    }

    private Step about(Detailing state, Subject subject) {
        return detailed(state, state.need().about(subject));
    }

    private Step genderKeys(Detailing state, String keys) {
        return switch (keys) {
            case "1" -> by(state, GenderWish.wish(Gender.FEMALE));
            case "2" -> by(state, GenderWish.requirement(Gender.FEMALE));
            case "3" -> by(state, GenderWish.wish(Gender.MALE));
            case "4" -> by(state, GenderWish.requirement(Gender.MALE));
            case "", "5" -> detailed(state, state.need());
            default -> missed(state);
        };
    }

    private Step by(Detailing state, GenderWish gender) {
        return detailed(state, state.need().by(gender));
    }

    private Step detailed(Detailing state, Need need) {
        return state.detail() == Detail.SUBJECT && state.caller().asksGender()
                ? ask(state.caller(), need, Detail.GENDER, state.offers())
                : complete(state.caller(), need, state.offers());
    }

    private Step missed(Detailing state) {
        return state.triesLeft() > 1
                ? Step.to(again(state, state.triesLeft() - 1, Asking.AGAIN_NOT_UNDERSTOOD))
                : detailed(state, state.need());
    }

    private static Detailing again(Detailing state, int triesLeft, Asking asking) {
        return new Detailing(state.caller(), state.need(), state.detail(), triesLeft, asking, state.offers());
    }
}
