package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Farewell;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.CallState.New;
import de.dolmetscherhotline.call.flow.CallState.Rating;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each leg should hear, derived from the state of the call alone: the same state sounds the same every time. */
public final class Scenes {

    private Scenes() {}

    /** What the caller hears. */
    public sealed interface CallerScene {
        record EnterPin(Asking asking) implements CallerScene {}

        record ChooseLanguage(List<Language> menu, Asking asking) implements CallerScene {}

        record Waiting(Language language, Announcement announcement) implements CallerScene {}

        record InRoom(OfferId room) implements CallerScene {}

        record Rate() implements CallerScene {}

        /**
         * The last words, after which we hang up.
         *
         * @param language the language that was asked for, where that matters to the sentence
         */
        record Goodbye(Outcome outcome, @Nullable Language language) implements CallerScene {}
    }

    /** What an interpreter hears. */
    public sealed interface InterpreterScene {
        /** What it is about; never names or numbers. */
        record Whisper(Language language, OrganisationKind kind, boolean again) implements InterpreterScene {}

        record InRoom(OfferId room) implements InterpreterScene {}

        record Goodbye(Reason reason) implements InterpreterScene {}
    }

    /** Why an interpreter's leg is bidden farewell. */
    public enum Reason {
        ALREADY_TAKEN,
        CALL_SETTLED,
        DECLINED,
        NOTHING_PRESSED,
        EXPIRED,
        SESSION_OVER
    }

    /** Whether the caller is in the room already, so that fetching would only tear the conversation. */
    public static boolean callerIsInRoom(CallState state) {
        return state instanceof Connected || (state instanceof Bridging bridging && bridging.callerIn());
    }

    public static CallerScene forCaller(CallState state) {
        return switch (state) {
            case New n -> new CallerScene.Goodbye(Outcome.FAILED, null);
            case Identifying s -> new CallerScene.EnterPin(s.asking());
            case ChoosingLanguage s -> new CallerScene.ChooseLanguage(s.caller().menu(), s.asking());
            case Searching s -> new CallerScene.Waiting(s.language(), s.announcement());
            case Bridging s -> new CallerScene.InRoom(s.accepted());
            case Connected s -> new CallerScene.InRoom(s.accepted());
            case Rating s -> new CallerScene.Rate();
            case Farewell s -> new CallerScene.Goodbye(s.outcome(), s.language());
            case Ended s -> new CallerScene.Goodbye(s.outcome(), null);
        };
    }

    public static InterpreterScene forInterpreter(CallState state, OfferId id) {
        return state.offers()
                .find(id)
                .map(offer -> forInterpreter(state, offer))
                .orElseGet(() -> new InterpreterScene.Goodbye(Reason.EXPIRED));
    }

    private static InterpreterScene forInterpreter(CallState state, Offer offer) {
        if (offer.isOpen() && state instanceof Searching searching) {
            return new InterpreterScene.Whisper(
                    searching.language(), searching.caller().kind(), offer.repeated());
        }
        if (offer.stage() == Offer.Stage.JOINING) {
            return new InterpreterScene.InRoom(offer.id());
        }
        return new InterpreterScene.Goodbye(reason(offer.fate()));
    }

    private static Reason reason(@Nullable Fate fate) {
        return switch (fate) {
            case null -> Reason.EXPIRED;
            case TOO_LATE -> Reason.ALREADY_TAKEN;
            case WITHDRAWN -> Reason.CALL_SETTLED;
            case DECLINED -> Reason.DECLINED;
            case NO_KEY -> Reason.NOTHING_PRESSED;
            case ACCEPTED -> Reason.SESSION_OVER;
            case NO_ANSWER, BUSY, UNREACHABLE, LOST, FAILED, UNCLEAR -> Reason.EXPIRED;
        };
    }
}
