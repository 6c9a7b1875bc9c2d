package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.Set;

/** What the flow wants done. Questions are answered and effects recorded in the transaction of the event. */
public sealed interface Command {

    /** Asked of the shell, which feeds the {@link CallEvent.Answer} back at once. */
    sealed interface Question extends Command {}

    /** Answered by a {@link CallEvent.PinChecked}. */
    record CheckPin(String pin) implements Question {}

    /** Answered by {@link CallEvent.LanguageRead}. */
    record ReadLanguage(Caller caller, String keys) implements Question {}

    /** Answered by {@link CallEvent.LanguageRead}. */
    record ReadSpeech(String words) implements Question {}

    /** Reserve this one, whatever the matching policy thinks; answered by {@link CallEvent.InterpretersSought}. */
    record ReserveInterpreter(InterpreterId interpreter, Request request, int wave) implements Question {}

    /**
     * Reserve whoever said yes to the call-out of this call, if her word still holds; answered by
     * {@link CallEvent.InterpretersSought}.
     */
    record ReserveVolunteer(Request request, int wave) implements Question {}

    /**
     * Reserve as many further interpreters as the matching policy wants to ring now; answered by
     * {@link CallEvent.InterpretersSought}.
     *
     * @param first whether nobody was asked yet for this language, so that also finding nobody needs an explanation
     * @param except who must not be asked again
     */
    record SeekInterpreters(Request request, int wave, boolean first, Set<InterpreterId> except) implements Question {
        public SeekInterpreters {
            except = Set.copyOf(except);
        }
    }

    /** To be done after the transaction, or recorded within it. */
    sealed interface Effect extends Command {}

    /**
     * Ring an interpreter.
     *
     * @param urgent an emergency, ahead of all others in the queue of dials
     */
    record Dial(OfferId offer, boolean urgent) implements Effect {}

    /**
     * Ring the organisation back under its number on record.
     *
     * @param recall counts the attempts, from 1
     */
    record DialCaller(int recall, boolean urgent) implements Effect {}

    /** Stop a leg that has not been picked up; one that was picked up in the same instant stays and is told. */
    record CancelLeg(OfferId offer) implements Effect {}

    /** Make an interpreter's leg fetch what it should hear now. */
    record MoveLeg(OfferId offer) implements Effect {}

    /** End an interpreter's leg in whatever state it is. */
    record HangUpLeg(OfferId offer) implements Effect {}

    /** Make the caller's leg fetch what it should hear now. */
    record MoveCaller() implements Effect {}

    record HangUpCaller() implements Effect {}

    /** Look who is in the room; the finding comes back as {@link CallEvent.RoomSeen}. */
    record CheckRoom(OfferId room, int look) implements Effect {}

    /**
     * The call is to hear of the deadline.
     *
     * @param times how many of its usual delays lie before it
     */
    record Arm(CallEvent.Timeout timeout, int times) implements Effect {

        Arm(CallEvent.Timeout timeout) {
            this(timeout, 1);
        }
    }

    /**
     * Free the interpreter and remember the fate.
     *
     * @param disturbed whether the phone may have rung
     */
    record LetGo(OfferId offer, InterpreterId interpreter, Fate fate, boolean disturbed) implements Effect {}

    record NoteCaller(Caller caller) implements Effect {}

    /** The need is known: the time to an interpreter runs from now. */
    record NoteNeed(Need need) implements Effect {}

    record NoteEmergency() implements Effect {}

    record NoteFirstRing() implements Effect {}

    record NoteAccepted(OfferId offer, InterpreterId interpreter) implements Effect {}

    record NoteConnected() implements Effect {}

    record NoteRating(int stars) implements Effect {}

    /** The conversation had broken off and goes on: the outcome is open again. */
    record Reopen() implements Effect {}

    /** A callback that waits for the same need of the same organisation gives its place to this call. */
    record TakeOverCallback(Request request) implements Effect {}

    /** From now on another call of ours searches, keeps the place in the queue, and rings back. */
    record ArrangeCallback(Request request) implements Effect {}

    /** Ask volunteers off duty by text, unless that was done a moment ago. */
    record CallOut(Request request) implements Effect {}

    /** Tell the coordinator by text that nobody takes an emergency. */
    record AlertCoordinator(Need need) implements Effect {}

    /** The outcome is settled. */
    record Finish(Outcome outcome) implements Effect {}
}
