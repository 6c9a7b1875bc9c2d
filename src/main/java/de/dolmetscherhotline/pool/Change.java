package de.dolmetscherhotline.pool;

/** What came of a change that somebody wanted to make to a member of a pool. */
public enum Change {
    DONE,
    NO_SUCH_MEMBER,
    /** Somebody else has changed the member since: nothing was done. */
    OUTDATED,
    /** A call has taken the member just now: nothing was done. */
    IN_A_CALL
}
