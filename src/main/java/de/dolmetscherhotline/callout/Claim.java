package de.dolmetscherhotline.callout;

import de.dolmetscherhotline.kernel.CallId;

/** What comes of it when somebody answers a call-out with yes. */
public sealed interface Claim {

    /** She was the first, and is to be rung for this call. */
    record Won(CallId call) implements Claim {}

    /** Somebody else was faster, or the call is settled. */
    record TooLate() implements Claim {}

    /** She was not asked with this code. */
    record Unknown() implements Claim {}
}
