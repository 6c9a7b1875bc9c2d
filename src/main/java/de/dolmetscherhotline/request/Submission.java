package de.dolmetscherhotline.request;

/** What becomes of a request that is made. */
public sealed interface Submission {

    record Taken(InterpreterRequest request, Outlook outlook) implements Submission {}

    /** Somebody is sought already for the organisation and this language. */
    record OneWaits(InterpreterRequest request) implements Submission {}

    record Refused(Reason reason) implements Submission {}

    /** Why a request is not taken. */
    enum Reason {
        NO_SUCH_ORGANISATION,
        /** The district has no line, or not the one that was named. */
        NO_SUCH_LINE,
        /** No number of the organisation is on record. */
        NO_NUMBER,
        /** The number is none of the organisation's on record. */
        NUMBER_NOT_ON_RECORD,
        BLOCKED,
        OVER_LIMIT,
        CLOSED
    }
}
