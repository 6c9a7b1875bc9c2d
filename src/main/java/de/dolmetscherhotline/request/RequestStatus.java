package de.dolmetscherhotline.request;

/** How far a request has come, in the words of whoever made it. */
public enum RequestStatus {
    /** Nobody's telephone rings yet, or no more. */
    SEARCHING,
    /** Telephones of interpreters ring. */
    RINGING,
    /** An interpreter is on the line, and the telephone of the organisation rings. */
    CALLING_YOU,
    /** The organisation did not pick up, and will be rung again. */
    PAUSED,
    CONNECTED,
    /** The conversation is over or broke off; it may go on within a minute. */
    INTERRUPTED,
    /** Nobody can be found any more, and the caller chooses what to do instead. */
    NOBODY_FOUND,
    /** Connected with the coordinator or a professional provider. */
    TRANSFERRED,
    /** It is over; the outcome says how. */
    ENDED
}
