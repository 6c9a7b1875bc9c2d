package de.dolmetscherhotline.webhook;

/** What came of an attempt to tell a receiver something. */
sealed interface Delivery {

    /** The same in a word. */
    default String word() {
        return switch (this) {
            case Taken taken -> "delivered";
            case Gone gone -> "switched_off";
            case Refused refused -> "status_" + refused.status();
            case Failed failed -> failed.reason();
            case NotNow notNow -> "not_now";
        };
    }

    /** The receiver has it: 2xx. */
    record Taken() implements Delivery {}

    /** The receiver wants nothing any more: 410. */
    record Gone() implements Delivery {}

    /** The receiver is there and did not take this one. */
    record Refused(int status) implements Delivery {}

    /**
     * The receiver is not there, or not able to take anything.
     *
     * @param reason a word
     */
    record Failed(String reason) implements Delivery {}

    /** Not tried: enough attempts are under way. */
    record NotNow() implements Delivery {}
}
