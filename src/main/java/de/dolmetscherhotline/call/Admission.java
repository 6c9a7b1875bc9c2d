package de.dolmetscherhotline.call;

/** Whether a call that is requested in writing may begin; the same rules as for whoever dials the line's number. */
public enum Admission {
    ADMITTED,
    /** The organisation may not use the hotline. */
    BLOCKED,
    /** The organisation or the line has had as many calls today as it may have. */
    OVER_LIMIT,
    /** The line is closed, and this is none of the emergencies that it takes even then. */
    CLOSED
}
