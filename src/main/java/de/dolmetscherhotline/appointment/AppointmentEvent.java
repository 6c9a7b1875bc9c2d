package de.dolmetscherhotline.appointment;

/** What can happen to an appointment. */
public enum AppointmentEvent {
    BOOKED,
    /** Somebody was asked. */
    ASKED,
    /** Somebody who was asked said no. */
    DECLINED,
    /** Everybody suitable has been asked. */
    NOBODY_LEFT,
    /** Somebody has it; or she who has it will come although she was recorded as away. */
    CONFIRMED,
    /** She who has it has been recorded as away at that time, and is asked whether she will come. */
    DOUBTED,
    /** The interpreter gave it back; it is asked for again. */
    WITHDRAWN,
    /** The organisation or the coordinator wants somebody else; it is asked for again. */
    SUBSTITUTION,
    CANCELLED,
    /** The interpreter was reminded. */
    REMINDED,
    /** By telephone: both are being called. */
    BEGUN,
    HELD,
    NO_SHOW,
    UNFILLED
}
