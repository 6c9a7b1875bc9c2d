package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.sms.IncomingText.OptOut;

/** What somebody wants of us who texts. */
sealed interface TextCommand {

    /** On duty until further notice. */
    record On() implements TextCommand {}

    record Off() implements TextCommand {}

    record Status() implements TextCommand {}

    record Help() implements TextCommand {}

    /** Yes to the call-out with this code. */
    record Yes(int code) implements TextCommand {}

    /** No to the call-out with this code. */
    record No(int code) implements TextCommand {}

    /** Yes or no, but to what? */
    record NumberMissing() implements TextCommand {}

    /** No more texts; a word that the network does not know, so that the answer is ours. */
    record StopTexts() implements TextCommand {}

    /** A word that the network reacts to by itself; there is nothing for us to say. */
    record NetworkWord(OptOut meaning) implements TextCommand {}

    record NotUnderstood() implements TextCommand {}

    /** Low-cardinality name, for counting. */
    default String word() {
        return switch (this) {
            case On on -> "on";
            case Off off -> "off";
            case Status status -> "status";
            case Help help -> "help";
            case Yes yes -> "yes";
            case No no -> "no";
            case NumberMissing missing -> "number_missing";
            case StopTexts stop -> "stop_texts";
            case NetworkWord word -> "network_word";
            case NotUnderstood not -> "not_understood";
        };
    }
}
