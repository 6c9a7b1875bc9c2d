package de.dolmetscherhotline.call.store;

import de.dolmetscherhotline.kernel.GuestId;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done about third parties after the commit.
 *
 * @param guest null where it concerns all of the call
 */
public record GuestOrder(Deed deed, @Nullable GuestId guest) {

    /** The conversation goes on elsewhere, has broken off, or is over. */
    public static final GuestOrder FOLLOW = new GuestOrder(Deed.FOLLOW, null);

    public static GuestOrder of(Deed deed, GuestId guest) {
        return new GuestOrder(deed, guest);
    }

    /** The guest whom it concerns; fails for what concerns all. */
    public GuestId ofGuest() {
        if (guest == null) {
            throw new IllegalStateException(deed + " concerns no single guest");
        }
        return guest;
    }

    /** What is to be done. */
    public enum Deed {
        FOLLOW(30),
        /** Put it on hold, or take it back: whichever holds when it is done. */
        HOLD(30),
        /** End its leg, which nobody needs any more. */
        STOP(20),
        DIAL(0),
        /** By now the network must have named the leg, and let it ring. */
        DIAL_OVERDUE(10),
        /** By now it must have stopped ringing. */
        RING_OVERDUE(10),
        /** By now a key must have been pressed. */
        KEY_OVERDUE(10);

        private final int urgency;

        Deed(int urgency) {
            this.urgency = urgency;
        }

        int urgency() {
            return urgency;
        }
    }
}
