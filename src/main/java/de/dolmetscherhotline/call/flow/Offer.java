package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OfferId;
import org.jspecify.annotations.Nullable;

/**
 * One request to one interpreter, as far as the flow needs to know.
 *
 * @param fate set as soon as it is decided, in the stages {@link Stage#ENDING} and {@link Stage#OVER}
 * @param repeated whether the question was asked a second time because of a wrong key
 */
public record Offer(
        OfferId id,
        InterpreterId interpreter,
        Stage stage,
        @Nullable Fate fate,
        boolean repeated) {

    /** How far an offer has come. The interpreter stays reserved in every stage but the last. */
    public enum Stage {
        /** The dial is ordered, perhaps not yet placed. */
        ASKED,
        /** The network has the call. */
        RINGING,
        /** Picked up: the interpreter hears what it is about. */
        LISTENING,
        /** Accepted: on the way into the conversation, or in it. */
        JOINING,
        /** Decided, but the leg may still be up. */
        ENDING,
        /** The leg is gone and the interpreter is free. */
        OVER
    }

    static Offer asked(OfferId id, InterpreterId interpreter) {
        return new Offer(id, interpreter, Stage.ASKED, null, false);
    }

    /** Whether the interpreter can still accept. */
    public boolean isOpen() {
        return stage == Stage.ASKED || stage == Stage.RINGING || stage == Stage.LISTENING;
    }

    Offer at(Stage next) {
        return new Offer(id, interpreter, next, fate, repeated);
    }

    Offer askedAgain() {
        return new Offer(id, interpreter, stage, fate, true);
    }

    Offer ending(Fate how) {
        return new Offer(id, interpreter, Stage.ENDING, how, repeated);
    }

    Offer over(Fate how) {
        return new Offer(id, interpreter, Stage.OVER, how, repeated);
    }
}
