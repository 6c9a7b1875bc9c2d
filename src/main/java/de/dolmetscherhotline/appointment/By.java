package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * By whom something is done.
 *
 * @param member of the organisation who does it, signed in to the portal; null for everybody else
 * @param about the interpreter whom it is about; null if about nobody
 * @param reason in the words of whoever does it; null if none was given
 */
public record By(
        Actor actor,
        @Nullable MemberId member,
        @Nullable InterpreterId about,
        @Nullable String reason) {

    static final By SYSTEM = new By(Actor.SYSTEM, null, null, null);

    public static By coordinator(@Nullable String reason) {
        return new By(Actor.COORDINATOR, null, null, reason);
    }

    public static By organisation(@Nullable String reason) {
        return new By(Actor.ORGANISATION, null, null, reason);
    }

    public static By member(MemberId who, @Nullable String reason) {
        return new By(Actor.ORGANISATION, who, null, reason);
    }

    static By interpreter(InterpreterId who) {
        return new By(Actor.INTERPRETER, null, who, null);
    }

    By about(@Nullable InterpreterId who) {
        return new By(actor, member, who, reason);
    }
}
