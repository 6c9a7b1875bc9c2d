package de.dolmetscherhotline.text;

import de.dolmetscherhotline.kernel.PhoneNumber;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** What texts need from the telephone network. */
public interface TextNetwork {

    /**
     * Sends a text. Never repeated by itself: whoever asks twice sends twice.
     *
     * @param id under which the network reports progress
     * @param from a number of ours
     */
    Mono<Sent> send(TextId id, PhoneNumber from, PhoneNumber to, String body);

    /** Answer to an order to send. */
    sealed interface Sent {

        /**
         * On its way.
         *
         * @param sid the network's id of the text
         */
        record Accepted(String sid) implements Sent {}

        /** The recipient wants no texts from this number. */
        record OptedOut() implements Sent {}

        /** The number does not exist or takes no texts, such as a landline. */
        record NumberRefused(int code) implements Sent {}

        /** Refused for a reason that concerns our account or configuration. */
        record Refused(int code) implements Sent {}

        /** Not accepted, certainly not sent; to be ordered again after the pause. */
        record TooMany(Duration pause) implements Sent {}

        /** Perhaps sent, perhaps not. */
        record Unclear(String reason) implements Sent {}
    }
}
