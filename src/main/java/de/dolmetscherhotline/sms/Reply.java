package de.dolmetscherhotline.sms;

/** What the sender of a text is answered. */
public sealed interface Reply {

    record Say(String text) implements Reply {}

    record Silence() implements Reply {}
}
