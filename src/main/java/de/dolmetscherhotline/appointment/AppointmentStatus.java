package de.dolmetscherhotline.appointment;

/** How far an appointment has come. */
public enum AppointmentStatus {
    /** Some were asked, or will be; nobody has said yes. */
    ASKING,
    /** Everybody suitable was asked, and nobody has said yes; from time to time we look whether there is somebody else. */
    OPEN,
    /** Somebody has it. */
    CONFIRMED,
    /** The organisation does not need it any more. */
    CANCELLED,
    /** They have met, or nobody has said otherwise. By telephone: they have talked. */
    HELD,
    /** Somebody did not come. */
    NO_SHOW,
    /** Its time came and there was nobody. */
    UNFILLED;

    /** Whether somebody may still take it. */
    boolean isSought() {
        return switch (this) {
            case ASKING, OPEN -> true;
            case CONFIRMED, CANCELLED, HELD, NO_SHOW, UNFILLED -> false;
        };
    }
}
