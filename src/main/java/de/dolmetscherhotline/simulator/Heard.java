package de.dolmetscherhotline.simulator;

import java.time.Instant;

/**
 * Something a telephone heard or did.
 *
 * @param language of a spoken text (BCP 47), else empty
 * @param text the spoken text, the URL played, the keys, the text message
 */
public record Heard(Instant at, Kind kind, String language, String text) {

    public enum Kind {
        /** A text read by the network's voice. */
        SAY,
        /** A recording; the text is its URL. */
        PLAY,
        /** The network's own waiting music. */
        MUSIC,
        /** Somebody came into or left the conference. */
        BEEP,
        /** Keys that reached the application. */
        KEYS,
        /** Keys pressed while nobody was listening. */
        KEYS_LOST,
        /** Something said that reached the application. */
        SPEECH,
        /** Something said while nobody was listening. */
        SPEECH_LOST,
        /** A text message arrived. */
        SMS,
        /** The network's message that the application failed. */
        ERROR,
        /** The line went dead; the text is the final status of the call. */
        END
    }
}
