package de.dolmetscherhotline.kernel;

/** How a call ended; one for every call, in the session log and in every key figure. */
public enum Outcome {
    /** Both sides heard each other. */
    CONNECTED,
    /** The caller hung up before a language was chosen. */
    ABANDONED_CHOOSING,
    /** The caller hung up while interpreters were sought. */
    ABANDONED_WAITING,
    /** Nobody was on duty for the language: uncovered demand. */
    NO_COVERAGE,
    /** Interpreters were asked, or busy, and none took the call in time. */
    NOBODY_ANSWERED,
    /** The caller talked with an interpreter, the connection broke, and nobody took over. */
    INTERRUPTED,
    /** The caller will be rung back; the callback is a call of its own. */
    CALLBACK_ARRANGED,
    /** Somebody was to be rung back, and that failed: nobody was found by its end, or nobody picked up there. */
    CALLBACK_FAILED,
    /** Whoever had asked for an interpreter in writing needed none any more. */
    CANCELLED,
    /** The organisation called again for the same need, and that call took this one's place. */
    JOINED_ANOTHER_CALL,
    /** The caller was connected with the coordinator. */
    HANDED_TO_COORDINATOR,
    /** The caller was connected with a professional provider. */
    HANDED_TO_PROVIDER,
    /** A coordinator ended the call before anybody was found. */
    ENDED_BY_COORDINATOR,
    /** The line was closed. */
    CLOSED,
    /** The number or the organisation is blocked. */
    REFUSED_BLOCKED,
    /** The organisation or the line had reached its daily limit. */
    REFUSED_LIMIT,
    /** Too many PINs were tried from this number. */
    REFUSED_TOO_MANY_PINS,
    /** No PIN of a known organisation was entered. */
    REFUSED_UNKNOWN_CALLER,
    /** No language was chosen although it was asked for repeatedly. */
    NO_LANGUAGE_CHOSEN,
    /** The number that was called is none of ours. */
    UNKNOWN_LINE,
    /** A fault on our side or in the telephone network. */
    FAILED
}
