package de.dolmetscherhotline.pool;

/** What an offer, once it is over, means for the interpreter. */
public enum Aftermath {
    /** Took a conversation: rests for the wrap-up, and counts as asked and accepted. */
    SERVED,
    /** Said yes, but no conversation came of it: counts as asked and accepted, and is free at once. */
    ACCEPTED_IN_VAIN,
    /** Said no: counts as asked. Her number works. */
    DECLINED,
    /** Did not pick up, or pressed nothing: counts as asked and not answered. */
    UNANSWERED,
    /** Engaged: is left alone for a while; says nothing about her. */
    ENGAGED,
    /** The network cannot reach the number: left out until it was checked or a day has passed. */
    UNREACHABLE,
    /** Disturbed for nothing, through no doing of hers: others are asked first next time. */
    SPARED,
    /** The same, after her telephone had rung so long that most would have answered: counts as asked as well. */
    SPARED_LATE,
    /** Never disturbed. */
    UNTOUCHED,
    /** Had a good reason, for instance to know the people: leaves no trace in any figure about her. */
    EXCUSED
}
