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
    /** No PIN of a known organisation was entered. */
    REFUSED_UNKNOWN_CALLER,
    /** No language was chosen although it was asked for repeatedly. */
    NO_LANGUAGE_CHOSEN,
    /** The number that was called is none of ours. */
    UNKNOWN_LINE,
    /** A fault on our side or in the telephone network. */
    FAILED
}
