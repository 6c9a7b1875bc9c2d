package de.dolmetscherhotline.call.guest;

import de.dolmetscherhotline.kernel.GuestId;

/** What came of the wish to have somebody in the conversation. */
public sealed interface Invitation {

    /** Is being rung. */
    record Invited(GuestId guest) implements Invitation {}

    record Refused(GuestRefusal why) implements Invitation {}
}
