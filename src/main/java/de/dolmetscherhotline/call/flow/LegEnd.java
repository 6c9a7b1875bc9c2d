package de.dolmetscherhotline.call.flow;

/** How the network says that a leg ended (contract §3.1, terminal values of {@code CallStatus}). */
public enum LegEnd {
    COMPLETED,
    BUSY,
    NO_ANSWER,
    FAILED,
    CANCELED
}
