package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.kernel.Outcome;

/** Where a caller can be connected to instead of to an interpreter of the pool. */
public enum Destination {
    COORDINATOR(Outcome.HANDED_TO_COORDINATOR),
    PROFESSIONAL_PROVIDER(Outcome.HANDED_TO_PROVIDER);

    private final Outcome outcome;

    Destination(Outcome outcome) {
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
