package de.dolmetscherhotline.request;

/** What can honestly be hoped for, as the request is made. */
public enum Outlook {
    /** Somebody who speaks the language, or one that may stand in for it, could be rung now: of the pool, or of a partner's. */
    SOMEBODY_ON_DUTY,
    /** Somebody of the pool speaks it, but nobody is on duty: those who allow it are asked by text. */
    NOBODY_ON_DUTY,
    /** Nobody of the pool speaks it, and no partner has anybody on duty: the request counts as demand that was not met. */
    NOT_IN_POOL
}
