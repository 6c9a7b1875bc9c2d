package de.dolmetscherhotline.simulator;

/** The states of a leg (contract §3.1), in rank order. */
enum CallStatus {
    QUEUED("queued"),
    INITIATED("initiated"),
    RINGING("ringing"),
    IN_PROGRESS("in-progress"),
    COMPLETED("completed"),
    BUSY("busy"),
    FAILED("failed"),
    NO_ANSWER("no-answer"),
    CANCELED("canceled");

    private final String word;

    CallStatus(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean terminal() {
        return compareTo(IN_PROGRESS) > 0;
    }

    /** The word under which this state is subscribed to. */
    String event() {
        return switch (this) {
            case QUEUED -> "queued";
            case INITIATED -> "initiated";
            case RINGING -> "ringing";
            case IN_PROGRESS -> "answered";
            case COMPLETED, BUSY, FAILED, NO_ANSWER, CANCELED -> "completed";
        };
    }
}
