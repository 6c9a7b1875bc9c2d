package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.CallerLost;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Closed;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Detail;
import de.dolmetscherhotline.call.flow.CallState.Detailing;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Farewell;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.CallState.New;
import de.dolmetscherhotline.call.flow.CallState.RecallPaused;
import de.dolmetscherhotline.call.flow.CallState.Recalling;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.CallState.TalkOver;
import de.dolmetscherhotline.call.flow.CallState.Transferring;
import de.dolmetscherhotline.call.flow.CallState.Unserved;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
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
        record LineClosed(ClosedHours hours, Asking asking) implements CallerScene {}

        record EnterPin(Services services, Asking asking) implements CallerScene {}

        record ChooseLanguage(List<Language> menu, Services services, Asking asking) implements CallerScene {}

        /** A language that was spoken is read back. */
        record ConfirmLanguage(Language language) implements CallerScene {}

        record ChooseDetail(Detail detail, Asking asking) implements CallerScene {}

        /**
         * The search goes on.
         *
         * @param callback whether a callback is offered
         */
        record Waiting(Need need, Announcement announcement, boolean callback) implements CallerScene {}

        /** Nobody can be found: the choices. */
        record NobodyFound(Need need, Outcome why, boolean callback, Services services, Asking asking)
                implements CallerScene {}

        record Transfer(Destination to) implements CallerScene {}

        /** Rung back: a key proves that it is a human. */
        record RungBack(Language language) implements CallerScene {}

        /**
         * The conversation.
         *
         * @param asWished whether the interpreter is as the caller wished; otherwise they hear so first
         */
        record InRoom(OfferId room, boolean asWished) implements CallerScene {}

        record AfterTalk() implements CallerScene {}

        /**
         * The last words, after which we hang up.
         *
         * @param need what was asked for, where that matters to the sentence
         */
        record Goodbye(Outcome outcome, @Nullable Need need) implements CallerScene {}
    }

    /** What an interpreter hears. */
    public sealed interface InterpreterScene {
        /** What it is about; never names or numbers. */
        record Whisper(Need need, OrganisationKind kind, boolean again) implements InterpreterScene {}

        /** The organisation is being rung back. */
        record HoldTheLine() implements InterpreterScene {}

        record InRoom(OfferId room) implements InterpreterScene {}

        /** The caller is gone; she may wait for another call. */
        record CallerGone() implements InterpreterScene {}

        record Goodbye(Reason reason) implements InterpreterScene {}
    }

    /** How the conversation stands to which third parties were invited. */
    public sealed interface GuestScene {
        /** They belong into this room. */
        record Talk(OfferId room, Need need, OrganisationKind kind) implements GuestScene {}

        /** It has broken off, or is over: the caller is asked which, or another interpreter is on her way. */
        record Break(Need need, OrganisationKind kind) implements GuestScene {}

        /** There is none, and nobody waits for one. */
        record Over() implements GuestScene {}
    }

    /** Why an interpreter's leg is bidden farewell. */
    public enum Reason {
        ALREADY_TAKEN,
        CALL_SETTLED,
        DECLINED,
        NOTHING_PRESSED,
        EXPIRED,
        NOBODY_PICKED_UP,
        SESSION_OVER
    }

    /** Whether the caller is in the room already, so that fetching would only tear the conversation. */
    public static boolean callerIsInRoom(CallState state) {
        return state instanceof Connected || (state instanceof Bridging bridging && bridging.callerIn());
    }

    /** Whether somebody waits on the line whom a change of scene concerns. */
    public static boolean callerListens(CallState state) {
        return switch (state) {
            case Ended s -> false;
            case CallerLost s -> false;
            case Recalling s -> false;
            case RecallPaused s -> false;
            case Searching s -> !s.request().away();
            case New s -> true;
            case Closed s -> true;
            case Identifying s -> true;
            case ChoosingLanguage s -> true;
            case Detailing s -> true;
            case Unserved s -> true;
            case Transferring s -> true;
            case Bridging s -> true;
            case Connected s -> true;
            case TalkOver s -> true;
            case Farewell s -> true;
        };
    }

    public static CallerScene forCaller(CallState state) {
        return switch (state) {
            case New s -> new CallerScene.Goodbye(Outcome.FAILED, null);
            case Closed s -> new CallerScene.LineClosed(s.hours(), s.asking());
            case Identifying s -> new CallerScene.EnterPin(s.services(), s.asking());
            case ChoosingLanguage s ->
                s.heard() == null
                        ? new CallerScene.ChooseLanguage(
                                s.caller().menu(), s.caller().services(), s.asking())
                        : new CallerScene.ConfirmLanguage(s.heard());
            case Detailing s -> new CallerScene.ChooseDetail(s.detail(), s.asking());
            case Searching s -> searching(s);
            case Unserved s ->
                new CallerScene.NobodyFound(
                        s.request().need(),
                        s.why(),
                        s.request().caller().canBeRungBack(),
                        s.request().caller().services(),
                        s.asking());
            case Transferring s -> new CallerScene.Transfer(s.to());
            case Recalling s -> new CallerScene.RungBack(s.request().need().language());
            case RecallPaused s -> ringingBackLater(s.request());
            case Bridging s -> inRoom(s.accepted(), s.offers());
            case Connected s -> inRoom(s.accepted(), s.offers());
            case CallerLost s -> new CallerScene.Goodbye(Outcome.CONNECTED, null);
            case TalkOver s -> new CallerScene.AfterTalk();
            case Farewell s -> new CallerScene.Goodbye(s.outcome(), s.need());
            case Ended s -> new CallerScene.Goodbye(s.outcome(), null);
        };
    }

    private static CallerScene searching(Searching state) {
        var request = state.request();
        return request.away()
                ? ringingBackLater(request)
                : new CallerScene.Waiting(
                        request.need(),
                        state.announcement(),
                        request.caller().canBeRungBack() && state.announcement().offersMore());
    }

    /** Picked up too late: we will ring once more. */
    private static CallerScene ringingBackLater(Request request) {
        return new CallerScene.Goodbye(Outcome.CALLBACK_ARRANGED, request.need());
    }

    private static CallerScene inRoom(OfferId accepted, Offers offers) {
        var asWished = offers.find(accepted).map(Offer::asWished).orElse(true);
        return new CallerScene.InRoom(accepted, asWished);
    }

    public static InterpreterScene forInterpreter(CallState state, OfferId id) {
        return state.offers()
                .find(id)
                .map(offer -> forInterpreter(state, offer))
                .orElseGet(() -> new InterpreterScene.Goodbye(Reason.EXPIRED));
    }

    private static InterpreterScene forInterpreter(CallState state, Offer offer) {
        if (offer.isOpen() && state instanceof Searching searching) {
            var request = searching.request();
            return new InterpreterScene.Whisper(request.need(), request.caller().kind(), offer.repeated());
        }
        return offer.stage() == Offer.Stage.JOINING
                ? accepted(state, offer)
                : new InterpreterScene.Goodbye(reason(offer.fate()));
    }

    private static InterpreterScene accepted(CallState state, Offer offer) {
        return switch (state) {
            case Recalling s -> new InterpreterScene.HoldTheLine();
            case CallerLost s -> new InterpreterScene.CallerGone();
            case Bridging s -> new InterpreterScene.InRoom(offer.id());
            case Connected s -> new InterpreterScene.InRoom(offer.id());
            default -> new InterpreterScene.Goodbye(Reason.EXPIRED);
        };
    }

    private static Reason reason(@Nullable Fate fate) {
        return switch (fate) {
            case null -> Reason.EXPIRED;
            case TOO_LATE -> Reason.ALREADY_TAKEN;
            case WITHDRAWN -> Reason.CALL_SETTLED;
            case DECLINED, EXCUSED -> Reason.DECLINED;
            case NO_KEY -> Reason.NOTHING_PRESSED;
            case ACCEPTED -> Reason.SESSION_OVER;
            case IN_VAIN -> Reason.NOBODY_PICKED_UP;
            case NO_ANSWER, BUSY, UNREACHABLE, LOST, FAILED, UNCLEAR -> Reason.EXPIRED;
        };
    }

    /** Whoever invited them is the caller: without the caller there is nothing to wait for. */
    public static GuestScene forGuests(CallState state) {
        return switch (state) {
            case Connected s -> s.interpreterLeft() ? pause(s.request()) : talk(s);
            case TalkOver s -> pause(s.request());
            case Searching s -> s.request().away() ? new GuestScene.Over() : pause(s.request());
            case Unserved s -> pause(s.request());
            case Bridging s -> pause(s.request());
            case New s -> new GuestScene.Over();
            case Closed s -> new GuestScene.Over();
            case Identifying s -> new GuestScene.Over();
            case ChoosingLanguage s -> new GuestScene.Over();
            case Detailing s -> new GuestScene.Over();
            case Transferring s -> new GuestScene.Over();
            case Recalling s -> new GuestScene.Over();
            case RecallPaused s -> new GuestScene.Over();
            case CallerLost s -> new GuestScene.Over();
            case Farewell s -> new GuestScene.Over();
            case Ended s -> new GuestScene.Over();
        };
    }

    private static GuestScene talk(Connected state) {
        var request = state.request();
        return new GuestScene.Talk(
                state.accepted(), request.need(), request.caller().kind());
    }

    private static GuestScene pause(Request request) {
        return new GuestScene.Break(request.need(), request.caller().kind());
    }
}
