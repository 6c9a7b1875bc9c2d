package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document tells the network to do (contract §4). References are resolved already. */
sealed interface Verb {

    /** Verbs that make a sound or a silence: the only ones inside Gather and waiting documents. */
    sealed interface Audible extends Verb {}

    /** {@code loop} 0 means for ever. */
    record Say(String text, String language, int loop) implements Audible {}

    record Play(@Nullable URI url, String digits, int loop) implements Audible {}

    record Pause(int seconds) implements Audible {}

    /** {@code numDigits} 0 means no limit; {@code finishOnKey} empty means none. */
    record Gather(
            List<Audible> prompt,
            URI action,
            boolean post,
            int timeout,
            int numDigits,
            String finishOnKey,
            boolean actionOnEmptyResult,
            boolean keys)
            implements Verb {}

    record Redirect(URI url, boolean post) implements Verb {}

    record Reject(boolean busy) implements Verb {}

    record Hangup() implements Verb {}

    record Dial(@Nullable URI action, boolean post, int timeLimit, boolean hangupOnStar, Room room) implements Verb {}

    /** In the vendor's language, but not in this network. */
    record NotSimulated(String name) implements Verb {}

    /**
     * A conference as one participant asks for it.
     *
     * @param waitUrl null: the network's own music; see {@code silence}
     */
    record Room(
            String name,
            boolean muted,
            boolean beepOnEnter,
            boolean beepOnExit,
            boolean startOnEnter,
            boolean endOnExit,
            String label,
            boolean silence,
            @Nullable URI waitUrl,
            boolean waitPost,
            int maxParticipants,
            @Nullable URI statusCallback,
            boolean statusPost,
            Set<String> statusEvents) {}
}
