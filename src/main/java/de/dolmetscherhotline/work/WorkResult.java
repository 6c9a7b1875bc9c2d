package de.dolmetscherhotline.work;

import java.time.Instant;

/** How an attempt at a piece of work ended. */
public sealed interface WorkResult {

    record Done() implements WorkResult {}

    /** Nothing went wrong, it is just not the time: does not count as a failed attempt. */
    record NotBefore(Instant time) implements WorkResult {}

    WorkResult DONE = new Done();
}
