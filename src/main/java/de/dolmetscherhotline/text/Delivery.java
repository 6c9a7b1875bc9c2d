package de.dolmetscherhotline.text;

/** What the network reports about a text that it took. */
public enum Delivery {
    SENT(TextState.SENT),
    DELIVERED(TextState.DELIVERED),
    UNDELIVERED(TextState.UNDELIVERED),
    FAILED(TextState.FAILED),
    /** Not delivered because the recipient wants no texts from this number. */
    OPTED_OUT(TextState.FAILED);

    private final TextState state;

    Delivery(TextState state) {
        this.state = state;
    }

    TextState state() {
        return state;
    }
}
