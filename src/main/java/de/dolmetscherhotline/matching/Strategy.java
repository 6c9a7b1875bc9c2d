package de.dolmetscherhotline.matching;

/** How many phones ring for one call. */
public enum Strategy {
    /** As few as make an acceptance within the window likely enough, and more as they stay unanswered. */
    WAVES,
    /** At most one. Exists to compare with, and for pools so small that nobody wants to be rung in vain. */
    ONE_BY_ONE,
    /** Everybody who may be asked, at once. Exists to compare with, and for pools of two or three people. */
    RING_ALL
}
