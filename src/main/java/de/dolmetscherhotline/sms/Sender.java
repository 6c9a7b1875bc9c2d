package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Status;
import java.time.ZoneId;

/**
 * The member of a pool who texted.
 *
 * @param language in which she is answered
 * @param zone of her district
 */
record Sender(Interpreter member, Language language, ZoneId zone) {

    InterpreterId id() {
        return member.id();
    }

    /** Whether she can be rung at all. */
    boolean isActive() {
        return member.profile().status() == Status.ACTIVE;
    }

    Sender speaking(Language other) {
        return new Sender(member, other, zone);
    }
}
