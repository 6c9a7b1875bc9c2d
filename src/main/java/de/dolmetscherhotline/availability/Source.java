package de.dolmetscherhotline.availability;

/** What decides whether somebody is available. */
public enum Source {
    /** What she said; or we, after unanswered offers. */
    WORD,
    /** She is away on that day. */
    ABSENCE,
    /** Her plan of the week. */
    SHIFT,
    /** She said nothing that holds, and has no shift. */
    NOTHING
}
