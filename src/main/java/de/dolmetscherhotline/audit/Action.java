package de.dolmetscherhotline.audit;

/** What somebody did. */
public enum Action {
    /** Saw what is stored. */
    VIEWED,
    /** Took a copy with her: of a whole list, or of all that is stored about somebody. */
    EXPORTED,
    ADDED,
    CHANGED,
    REMOVED,
    /** A call that waits goes to somebody else than an interpreter. */
    CALL_HANDED_OVER,
    /** A certain interpreter is to be rung for a call. */
    INTERPRETER_CHOSEN,
    CALL_ENDED,
    SIGNED_IN,
    /** A right password, but a wrong second factor. */
    SECOND_FACTOR_WRONG,
    SIGNED_OUT_EVERYWHERE,
    INVITED,
    LOCKED,
    UNLOCKED,
    ROLE_CHANGED,
    PASSWORD_SET,
    SECOND_FACTOR_SET,
    SECOND_FACTOR_RESET,
    /** Signed in with a code that works once, instead of the second factor. */
    RECOVERY_CODE_USED,
    RECOVERY_CODES_MADE,
    /** From now on somebody can sign in by the word of an identity provider. */
    IDENTITY_LINKED,
    IDENTITY_UNLINKED
}
