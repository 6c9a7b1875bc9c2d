package de.dolmetscherhotline.call.guest;

/** Why somebody is not rung. */
public enum GuestRefusal {
    /** Nobody talks in this call at the moment. */
    NO_CONVERSATION,
    /** The organisation, or this installation, rings nobody in that country. */
    COUNTRY,
    /** It costs more than an ordinary call, does not exist, or is a line of the hotline. */
    NUMBER,
    /** The number is being rung, or in the conversation, already. */
    ALREADY_INVITED,
    /** As many as there may be at once are in the conversation, or are being rung. */
    FULL,
    /** The organisation has invited as many today as it may. */
    DAILY_CAP
}
