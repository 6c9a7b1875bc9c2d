package de.dolmetscherhotline.sms;

import org.jspecify.annotations.Nullable;

/**
 * A text that came in.
 *
 * @param sid the network's id of the text, the same for every delivery
 * @param from the sender as the network gives it; can be forged
 * @param to the number it was sent to
 * @param optOut what the network itself made of it and has answered already; null if nothing
 * @param media pictures and the like that came along
 */
public record IncomingText(
        String sid,
        String from,
        String to,
        String body,
        @Nullable OptOut optOut,
        int media) {

    /** Words that the network reacts to by itself. */
    public enum OptOut {
        STOP,
        START,
        HELP
    }

    @Override
    public String toString() {
        return "IncomingText[" + sid + "]";
    }
}
