package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OfferId;
import org.jspecify.annotations.Nullable;

/**
 * One request to one interpreter, as far as the flow needs to know.
 *
 * @param fate set as soon as it is decided, in the stages {@link Stage#ENDING} and {@link Stage#OVER}
 * @param asWished whether the interpreter is of the gender that the caller wished for; true if none was
 * @param repeated whether the question was asked a second time because of a wrong key
 */
public record Offer(
        OfferId id,
        InterpreterId interpreter,
        boolean asWished,
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

    static Offer asked(CallEvent.NewOffer made) {
        return new Offer(made.id(), made.interpreter(), made.asWished(), Stage.ASKED, null, false);
    }

    /** Whether the interpreter can still accept. */
    public boolean isOpen() {
        return stage == Stage.ASKED || stage == Stage.RINGING || stage == Stage.LISTENING;
    }

    Offer at(Stage next) {
        return new Offer(id, interpreter, asWished, next, fate, repeated);
    }

    Offer askedAgain() {
        return new Offer(id, interpreter, asWished, stage, fate, true);
    }

    Offer ending(Fate how) {
        return new Offer(id, interpreter, asWished, Stage.ENDING, how, repeated);
    }

    /** That she may know the people is forgotten as soon as it has been acted on. */
    Offer over(Fate how) {
        var kept = how == Fate.EXCUSED ? Fate.DECLINED : how;
        return new Offer(id, interpreter, asWished, Stage.OVER, kept, repeated);
    }
}
