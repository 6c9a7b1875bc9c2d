package de.dolmetscherhotline.pool;

/** What the end of an offer changed for the interpreter beyond her figures. */
public enum Aftereffect {
    NONE,
    /** Too many offers in a row went unanswered: she is switched off until she says that she is available again. */
    PAUSED
}
