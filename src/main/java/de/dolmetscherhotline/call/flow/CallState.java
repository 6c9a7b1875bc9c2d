package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Where a call stands. Everything that its legs hear next follows from this alone, see {@link Scenes}. */
public sealed interface CallState {

    /** The requests made so far; late news about their legs may come in every state. */
    Offers offers();

    /** The same state with other offers. */
    CallState with(Offers changed);

    /** A state in which the caller is asked something or waits, and can be handed to somebody else. */
    sealed interface Attended extends CallState {
        @Override
        Attended with(Offers changed);
    }

    /** A state in which nobody can have been asked yet. */
    sealed interface Unasked extends CallState {
        @Override
        default Offers offers() {
            return Offers.NONE;
        }

        @Override
        default CallState with(Offers changed) {
            return this;
        }
    }

    /** Nothing has happened yet. */
    record New() implements Unasked {}

    /**
     * The line is closed.
     *
     * @param arrival who calls, for whoever may go on all the same
     */
    record Closed(Arrival arrival, ClosedHours hours, int triesLeft, Asking asking) implements Unasked, Attended {
        @Override
        public Closed with(Offers changed) {
            return this;
        }
    }

    /** An unknown number is asked for the customer PIN. */
    record Identifying(Services services, int triesLeft, boolean emergency, Asking asking)
            implements Unasked, Attended {
        @Override
        public Identifying with(Offers changed) {
            return this;
        }
    }

    /**
     * The caller is asked for the language.
     *
     * @param typed keys of a language code typed so far
     * @param heard a language that was spoken, and waits to be confirmed by key
     */
    record ChoosingLanguage(
            Caller caller,
            String typed,
            @Nullable Language heard,
            int triesLeft,
            boolean emergency,
            Asking asking,
            Offers offers)
            implements Attended {
        @Override
        public ChoosingLanguage with(Offers changed) {
            return new ChoosingLanguage(caller, typed, heard, triesLeft, emergency, asking, changed);
        }
    }

    /** The caller is asked for what else matters about the interpreter; only where the organisation wants it. */
    record Detailing(Caller caller, Need need, Detail detail, int triesLeft, Asking asking, Offers offers)
            implements Attended {
        @Override
        public Detailing with(Offers changed) {
            return new Detailing(caller, need, detail, triesLeft, asking, changed);
        }
    }

    /**
     * Interpreters are asked while the caller waits, on the line or to be rung back.
     *
     * @param announcement what the caller was told last; changes only with the caller's own turns
     * @param ahead callers for the same language who are to be served first, as of the last look at the pool
     */
    record Searching(Request request, Announcement announcement, int ahead, Offers offers) implements Attended {
        @Override
        public Searching with(Offers changed) {
            return new Searching(request, announcement, ahead, changed);
        }
    }

    /**
     * An interpreter is found for a callback and holds the line while the organisation is rung.
     *
     * @param otherwise what becomes of the call if it cannot be reached; null if it is to be rung again
     */
    record Recalling(
            Request request, OfferId accepted, @Nullable Outcome otherwise, Offers offers) implements CallState {
        @Override
        public Recalling with(Offers changed) {
            return new Recalling(request, accepted, otherwise, changed);
        }
    }

    /** The organisation could not be reached and will be rung again. */
    record RecallPaused(Request request, Offers offers) implements CallState {
        @Override
        public RecallPaused with(Offers changed) {
            return new RecallPaused(request, changed);
        }
    }

    /** Nobody can be found: the caller is told at once and chooses what to do instead. */
    record Unserved(Request request, Outcome why, Asking asking, Offers offers) implements Attended {
        @Override
        public Unserved with(Offers changed) {
            return new Unserved(request, why, asking, changed);
        }
    }

    /**
     * An interpreter accepted; both are on their way into the room, which bears the accepted offer's id.
     *
     * @param look numbers our looks into the room; news of somebody's arrival makes those ordered before it worthless
     * @param patienceOver whether the caller has waited for as long as anybody waits
     */
    record Bridging(
            Request request,
            OfferId accepted,
            boolean callerIn,
            boolean interpreterIn,
            int look,
            boolean patienceOver,
            Offers offers)
            implements CallState {
        @Override
        public Bridging with(Offers changed) {
            return new Bridging(request, accepted, callerIn, interpreterIn, look, patienceOver, changed);
        }

        Bridging joined(Party who) {
            return new Bridging(
                    request,
                    accepted,
                    callerIn || who == Party.CALLER,
                    interpreterIn || who == Party.INTERPRETER,
                    look + 1,
                    patienceOver,
                    offers);
        }

        Bridging lookedInto() {
            return new Bridging(request, accepted, callerIn, interpreterIn, look + 1, patienceOver, offers);
        }

        Bridging outOfPatience() {
            return new Bridging(request, accepted, callerIn, interpreterIn, look, true, offers);
        }
    }

    /**
     * Both hear each other.
     *
     * @param interpreterLeft the interpreter is known to have left, the caller is about to
     * @param look numbers our looks into the room, on from those while it was being entered
     */
    record Connected(Request request, OfferId accepted, boolean interpreterLeft, int look, Offers offers)
            implements CallState {
        @Override
        public Connected with(Offers changed) {
            return new Connected(request, accepted, interpreterLeft, look, changed);
        }
    }

    /** The caller left the conversation; the interpreter may wait a minute for another call. */
    record CallerLost(Request request, OfferId accepted, Offers offers) implements CallState {
        @Override
        public CallerLost with(Offers changed) {
            return new CallerLost(request, accepted, changed);
        }
    }

    /** The caller is alone: was that the end, to be rated, or did the conversation break off? */
    record TalkOver(Request request, Offers offers) implements CallState {
        @Override
        public TalkOver with(Offers changed) {
            return new TalkOver(request, changed);
        }
    }

    /**
     * The caller is being connected to somebody who is not an interpreter of the pool.
     *
     * @param answered whether they have picked up
     * @param from where the call goes on if they do not
     */
    record Transferring(Destination to, boolean answered, Attended from) implements CallState {
        @Override
        public Offers offers() {
            return from.offers();
        }

        @Override
        public Transferring with(Offers changed) {
            return new Transferring(to, answered, from.with(changed));
        }
    }

    /**
     * The outcome is settled; the caller hears a last sentence.
     *
     * @param need what was asked for, if it came to that
     */
    record Farewell(Outcome outcome, @Nullable Need need, Offers offers) implements CallState {
        @Override
        public Farewell with(Offers changed) {
            return new Farewell(outcome, need, changed);
        }
    }

    /** The caller's leg is gone. */
    record Ended(Outcome outcome, Offers offers) implements CallState {
        @Override
        public Ended with(Offers changed) {
            return new Ended(outcome, changed);
        }
    }

    /** Why a question is put to the caller (again). */
    enum Asking {
        FIRST,
        AGAIN_ON_REQUEST,
        AGAIN_NOTHING_PRESSED,
        AGAIN_NOT_UNDERSTOOD,
        /** The first key of a longer code was pressed: the rest is awaited in silence. */
        FOR_MORE_KEYS,
        /** It was noted that this is an emergency. */
        AGAIN_AS_EMERGENCY,
        /** Whoever the caller wanted instead cannot be reached. */
        AGAIN_UNREACHABLE
    }

    /** What else may matter about the interpreter. */
    enum Detail {
        SUBJECT,
        GENDER
    }

    /**
     * What a waiting caller is told.
     *
     * @param number counts from 0; the first one says that the search has begun, and nothing is offered with it yet
     * @param ringing telephones that rang when it was said
     * @param ahead callers who are to be served first
     */
    record Announcement(int number, int ringing, int ahead, Asking asking) {
        static final Announcement BEGIN = new Announcement(0, 0, 0, Asking.FIRST);

        /** Whether the caller has heard what else there is than waiting: keys that mean it count from then on. */
        boolean offersMore() {
            return number > 0;
        }
    }
}
