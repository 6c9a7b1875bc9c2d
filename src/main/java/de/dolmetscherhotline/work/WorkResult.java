package de.dolmetscherhotline.work;

import java.time.Instant;

/** How an attempt at a piece of work ended. */
public sealed interface WorkResult {

    record Done() implements WorkResult {}

    /** Nothing went wrong, it is just not the time: no failed attempt, and those before are forgotten. */
    record NotBefore(Instant time) implements WorkResult {}

    WorkResult DONE = new Done();
}
