package de.dolmetscherhotline.matching;

/** What decides between people who fit a need equally well. */
public enum Ordering {
    /** Least recently asked, then least often asked, then the tendency to answer: an even load. */
    FAIRNESS,
    /**
     * The tendency to answer in steps of a tenth, and fairness within a step: fewer phones are disturbed, at the price
     * of a less even load.
     */
    RESPONSE
}
