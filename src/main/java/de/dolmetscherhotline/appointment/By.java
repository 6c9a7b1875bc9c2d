package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.InterpreterId;
import org.jspecify.annotations.Nullable;

/**
 * By whom something is done.
 *
 * @param about the interpreter whom it is about; null if about nobody
 * @param reason in the words of whoever does it; null if none was given
 */
public record By(
        Actor actor,
        @Nullable InterpreterId about,
        @Nullable String reason) {

    static final By SYSTEM = new By(Actor.SYSTEM, null, null);

    public static By coordinator(@Nullable String reason) {
        return new By(Actor.COORDINATOR, null, reason);
    }

    public static By organisation(@Nullable String reason) {
        return new By(Actor.ORGANISATION, null, reason);
    }

    static By interpreter(InterpreterId who) {
        return new By(Actor.INTERPRETER, who, null);
    }

    By about(@Nullable InterpreterId who) {
        return new By(actor, who, reason);
    }
}
