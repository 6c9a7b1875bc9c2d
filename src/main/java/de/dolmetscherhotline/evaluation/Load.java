package de.dolmetscherhotline.evaluation;

import java.util.UUID;

/**
 * What fell to one interpreter.
 *
 * @param interpreter names nobody any more if the person was erased
 * @param sessions calls in which she interpreted last
 * @param asked requests to her
 * @param accepted requests that she accepted
 */
public record Load(UUID interpreter, long sessions, long talkMillis, long asked, long accepted) {

    /** Stands for people of whom nothing is known any more. */
    static final UUID NOBODY = new UUID(0, 0);
}
