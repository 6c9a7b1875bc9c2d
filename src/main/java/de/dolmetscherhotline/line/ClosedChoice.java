package de.dolmetscherhotline.line;

/** What a caller may still choose while a line is closed. */
public enum ClosedChoice {
    /** An emergency: whoever opted in is rung nevertheless. */
    EMERGENCY,
    /** To be put through to the coordinator. */
    COORDINATOR,
    /** To be put through to the professional provider. */
    PROFESSIONAL_PROVIDER
}
