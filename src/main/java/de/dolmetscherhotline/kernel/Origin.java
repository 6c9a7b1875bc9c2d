package de.dolmetscherhotline.kernel;

/** How a call came to be. */
public enum Origin {
    /** Somebody dialled the number of a line. */
    PHONE,
    /** Somebody who had dialled it wanted to be rung back. */
    CALLBACK,
    /** It was requested in writing: in the browser, by other software, or by an appointment that begins. */
    REQUEST
}
