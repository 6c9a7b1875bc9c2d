package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Where a call stands. Everything that its legs hear next follows from this alone, see {@link Scenes}. */
public sealed interface CallState {

    /** The requests made so far; late news about their legs may come in every state. */
    Offers offers();

    /** The same state with other offers. */
    CallState with(Offers changed);

    /** Nothing has happened yet. */
    record New() implements CallState {
        @Override
        public Offers offers() {
            return Offers.NONE;
        }

        @Override
        public New with(Offers changed) {
            return this;
        }
    }

    /** An unknown number is asked for the customer PIN. */
    record Identifying(int triesLeft, Asking asking) implements CallState {
        @Override
        public Offers offers() {
            return Offers.NONE;
        }

        @Override
        public Identifying with(Offers changed) {
            return this;
        }
    }

    /**
     * The caller is asked for the language.
     *
     * @param typed keys of a language code typed so far
     */
    record ChoosingLanguage(Caller caller, String typed, int triesLeft, Asking asking, Offers offers)
            implements CallState {
        @Override
        public ChoosingLanguage with(Offers changed) {
            return new ChoosingLanguage(caller, typed, triesLeft, asking, changed);
        }
    }

    /**
     * Interpreters are asked while the caller waits.
     *
     * @param announcement what the caller was told last; changes only with the caller's own turns
     */
    record Searching(Caller caller, Language language, Announcement announcement, Offers offers) implements CallState {
        @Override
        public Searching with(Offers changed) {
            return new Searching(caller, language, announcement, changed);
        }
    }

    /**
     * An interpreter accepted; both are on their way into the room, which bears the accepted offer's id.
     *
     * @param look numbers our looks into the room; news of somebody's arrival makes those ordered before it worthless
     */
    record Bridging(
            Caller caller,
            Language language,
            Announcement announcement,
            OfferId accepted,
            boolean callerIn,
            boolean interpreterIn,
            int look,
            Offers offers)
            implements CallState {
        @Override
        public Bridging with(Offers changed) {
            return new Bridging(caller, language, announcement, accepted, callerIn, interpreterIn, look, changed);
        }

        Bridging joined(Party who) {
            return new Bridging(
                    caller,
                    language,
                    announcement,
                    accepted,
                    callerIn || who == Party.CALLER,
                    interpreterIn || who == Party.INTERPRETER,
                    look + 1,
                    offers);
        }

        Bridging lookedInto() {
            return new Bridging(caller, language, announcement, accepted, callerIn, interpreterIn, look + 1, offers);
        }
    }

    /**
     * Both hear each other.
     *
     * @param interpreterLeft the interpreter is known to have left, the caller is about to
     * @param look numbers our looks into the room, on from those while it was being entered
     */
    record Connected(OfferId accepted, boolean interpreterLeft, int look, Offers offers) implements CallState {
        @Override
        public Connected with(Offers changed) {
            return new Connected(accepted, interpreterLeft, look, changed);
        }
    }

    /** The conversation is over; the caller may rate it. */
    record Rating(Offers offers) implements CallState {
        @Override
        public Rating with(Offers changed) {
            return new Rating(changed);
        }
    }

    /**
     * The outcome is settled; the caller hears a last sentence.
     *
     * @param language what was asked for, if it came to that
     */
    record Farewell(Outcome outcome, @Nullable Language language, Offers offers) implements CallState {
        @Override
        public Farewell with(Offers changed) {
            return new Farewell(outcome, language, changed);
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
        FOR_MORE_KEYS
    }

    /**
     * What a waiting caller is told.
     *
     * @param number counts from 0; the first one says that the search has begun
     * @param ringing telephones that rang when it was said
     */
    record Announcement(int number, int ringing) {}
}
