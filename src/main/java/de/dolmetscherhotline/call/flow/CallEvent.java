package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OfferId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to a call. Each may come late, twice or out of order. */
public sealed interface CallEvent {

    /** News from the caller's own leg. */
    sealed interface CallerEvent extends CallEvent {}

    record CallerArrived(Arrival arrival) implements CallerEvent {}

    /**
     * The caller was asked for keys.
     *
     * @param keys what was pressed; empty when nothing was
     */
    record CallerPressed(String keys) implements CallerEvent {}

    /**
     * The caller was asked for the language and spoke. The words are read and forgotten.
     *
     * @param words as the network understood them
     */
    record CallerSpoke(String words) implements CallerEvent {}

    /** The caller's leg has left the room and asks what comes next. */
    record CallerLeftRoom(OfferId room) implements CallerEvent {}

    /** Also: the organisation that was to be rung back did not pick up, or hung up. */
    record CallerHungUp() implements CallerEvent {}

    /** The organisation called again while the interpreter of the conversation still held the line. */
    record CallerReturned() implements CallerEvent {}

    /** Whoever the caller was to be connected with has picked up. */
    record TransferAnswered() implements CallerEvent {}

    /**
     * The caller's leg has come back from there.
     *
     * @param reached whether they talked with each other
     */
    record TransferOver(boolean reached) implements CallerEvent {}

    /** News about the leg of an interpreter. */
    sealed interface LegEvent extends CallEvent {
        OfferId offer();
    }

    /** The network took our order to dial. */
    record LegPlaced(OfferId offer) implements LegEvent {}

    record LegRang(OfferId offer) implements LegEvent {}

    /** Picked up, by a person or a machine. */
    record LegAnswered(OfferId offer) implements LegEvent {}

    /**
     * The interpreter was asked for a key.
     *
     * @param keys what was pressed; empty when nothing was
     */
    record InterpreterPressed(OfferId offer, String keys) implements LegEvent {}

    /** The interpreter's leg has left the room and asks what comes next. */
    record InterpreterLeftRoom(OfferId offer) implements LegEvent {}

    record LegOver(OfferId offer, LegEnd end) implements LegEvent {}

    /** The network refused to dial: the number does not exist. */
    record NumberRefused(OfferId offer) implements LegEvent {}

    /** No leg was placed, for a reason that does not lie with the number. */
    record DialDropped(OfferId offer) implements LegEvent {}

    /** We do not know whether the network dials. */
    record DialUnclear(OfferId offer) implements LegEvent {}

    /** News about the room. */
    sealed interface RoomEvent extends CallEvent {
        OfferId room();
    }

    record JoinedRoom(OfferId room, Party who) implements RoomEvent {}

    /**
     * What we found when we looked into the room ourselves.
     *
     * @param look which look it was; older ones than the last say nothing about now
     */
    record RoomSeen(OfferId room, int look, boolean callerIn, boolean interpreterIn) implements RoomEvent {}

    /** The answer to a question that the flow asked; comes in the same transaction. */
    sealed interface Answer extends CallEvent {}

    /** Whether the PIN names an organisation. */
    sealed interface PinChecked extends Answer {}

    record PinMatched(Caller caller) implements PinChecked {}

    record PinWrong() implements PinChecked {}

    /** The organisation or the line has had as many calls today as it may have. */
    record LimitReached() implements PinChecked {}

    /** Too many PINs were tried from this number. */
    record PinRefused() implements PinChecked {}

    record LanguageRead(LanguageReading reading) implements Answer {}

    /**
     * The pool was searched.
     *
     * @param made the interpreters reserved for this call, best first; may be empty
     * @param ahead callers for the same language who are to be served first
     */
    record InterpretersSought(List<NewOffer> made, Coverage coverage, int ahead) implements Answer {
        /** Whoever was wanted by name cannot be asked; that says nothing about others. */
        public static final InterpretersSought NOT_FREE = new InterpretersSought(List.of(), Coverage.HOPEFUL, 0);

        public InterpretersSought {
            made = List.copyOf(made);
        }
    }

    /** Somebody outside the conversation decides. */
    sealed interface Intervention extends CallEvent {}

    /** A coordinator hands the waiting caller over. */
    record TakenOver(Destination to) implements Intervention {}

    /** A coordinator chose this interpreter, or she volunteered by text. */
    record InterpreterChosen(InterpreterId interpreter) implements Intervention {}

    /** A coordinator ends the call, wherever it stands. */
    record EndOrdered() implements Intervention {}

    /** An emergency for which there is nobody else needs the interpreter who holds the line for a lost caller. */
    record NeededElsewhere() implements Intervention {}

    /** News of a callback. */
    sealed interface CallbackEvent extends CallEvent {}

    /**
     * The search goes on without the caller, or begins without one because it was requested in writing.
     *
     * @param agreed who has said beforehand that she comes, and is asked before anybody else; null if nobody has
     */
    record CallbackBegun(Request request, @Nullable InterpreterId agreed) implements CallbackEvent {

        public CallbackBegun(Request request) {
            this(request, null);
        }
    }

    /** Whoever was to be rung back needs nobody any more. */
    record CallbackCancelled() implements CallbackEvent {}

    /** The organisation has called again for the same need: one search is enough. */
    record Superseded() implements CallbackEvent {}

    /**
     * The network did not ring the organisation.
     *
     * @param recall which attempt
     */
    record RecallFailed(int recall) implements CallbackEvent {}

    /** A deadline that the flow had armed. */
    sealed interface Timeout extends CallEvent {}

    /** A deadline of the search for interpreters. */
    sealed interface SearchTimeout extends Timeout {
        /** Which search is meant, see {@link Offers#searches()}; later ones have deadlines of their own. */
        int search();
    }

    /** A deadline of an offer. */
    sealed interface OfferTimeout extends Timeout {
        OfferId offer();
    }

    /** A deadline that concerns a room. */
    sealed interface RoomTimeout extends Timeout {
        OfferId room();
    }

    /** The caller neither identified nor chose within any reasonable time: the network lost us. */
    record ChoiceOverdue(int search) implements Timeout {}

    /** Time to ask further interpreters, if that helps. */
    record SeekAgainDue(int search) implements SearchTimeout {}

    /** In an emergency nobody has accepted for too long. */
    record EmergencyUnanswered(int search) implements SearchTimeout {}

    /**
     * Nobody waits longer than this on the line.
     *
     * @param waiting which wait is meant, see {@link Offers#waits()}; it goes on when an interpreter gets lost on the way
     */
    record PatienceOver(int waiting) implements Timeout {}

    /** Nobody waits longer than this to be rung back. */
    record CallbackOver() implements Timeout {}

    /** The organisation should have picked up by now and pressed the key. */
    record RecallOverdue(int recall) implements Timeout {}

    /** Time to ring the organisation again. */
    record RecallDue(int recall) implements Timeout {}

    /** An offer has stayed in one stage for too long; means nothing once the offer has moved on. */
    record OfferOverdue(OfferId offer, Offer.Stage stage) implements OfferTimeout {}

    /** It was not known whether the network dials, and no news of a leg has come since. */
    record NoNewsOfDial(OfferId offer) implements OfferTimeout {}

    record JoinOverdue(OfferId room) implements RoomTimeout {}

    record RoomCheckDue(OfferId room) implements RoomTimeout {}

    /** The interpreter left the room some time ago, the caller should have left as well. */
    record LeaveOverdue(OfferId room) implements RoomTimeout {}

    /**
     * The caller did not call again.
     *
     * @param waiting how many waits there had been when the caller was lost, see {@link Offers#waits()}: later losses have
     *     deadlines of their own
     */
    record ReturnOverdue(OfferId room, int waiting) implements RoomTimeout {}

    /** A caller who was connected elsewhere must be gone by now: the network has lost the news of it. */
    record TransferOverdue(int search) implements Timeout {}

    record FarewellOverdue(int search) implements Timeout {}

    /** Who is calling. */
    sealed interface Arrival {
        record AtUnknownLine() implements Arrival {}

        /** From a number or an organisation that may not use the line. */
        record Blocked() implements Arrival {}

        /** The organisation or the line has had as many calls today as it may have. */
        record OverLimit() implements Arrival {}

        record FromUnknownNumber(Services services) implements Arrival {}

        record FromOrganisation(Caller caller) implements Arrival {}

        /**
         * At a line that is closed now.
         *
         * @param open who it would be if it were open
         */
        record WhenClosed(Arrival open, ClosedHours hours) implements Arrival {}
    }

    /** What the keys mean that were pressed for a language. */
    sealed interface LanguageReading {
        record Chosen(Language language) implements LanguageReading {}

        /**
         * More keys must follow.
         *
         * @param typed the beginning of a code
         */
        record Incomplete(String typed) implements LanguageReading {}

        /** Spoken, to be confirmed by key. */
        record Heard(Language language) implements LanguageReading {}

        record Unknown() implements LanguageReading {}
    }

    /**
     * An interpreter who has just been reserved for this call.
     *
     * @param asWished whether she is of the gender that the caller wished for; true if none was
     */
    record NewOffer(OfferId id, InterpreterId interpreter, boolean asWished) {}

    /** What can be hoped for, beyond the offers just made. */
    enum Coverage {
        /** Nobody on duty speaks the language. */
        NONE,
        /** Those on duty were all asked already, and nobody will become free. */
        EXHAUSTED,
        /** Somebody can be asked, now or soon. */
        HOPEFUL
    }
}
