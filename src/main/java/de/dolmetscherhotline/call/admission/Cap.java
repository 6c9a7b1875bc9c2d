package de.dolmetscherhotline.call.admission;

/** Which of the day's caps is reached. */
enum Cap {
    NONE,
    /** The organisation has made as many calls today as one may. */
    ORGANISATION,
    /** For the calls of the line as many interpreters were dialled today as may be. */
    LINE
}
