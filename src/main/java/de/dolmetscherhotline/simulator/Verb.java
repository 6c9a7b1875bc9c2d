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

    /**
     * A question.
     *
     * @param numDigits 0 means no limit
     * @param finishOnKey empty means none
     * @param keys whether it listens for keys
     * @param speech whether it listens for speech
     * @param speechPause seconds of silence after which something said is complete
     * @param language in which speech is expected (BCP 47)
     */
    record Gather(
            List<Audible> prompt,
            URI action,
            boolean post,
            int timeout,
            int numDigits,
            String finishOnKey,
            boolean actionOnEmptyResult,
            boolean keys,
            boolean speech,
            int speechPause,
            String language)
            implements Verb {}

    record Redirect(URI url, boolean post) implements Verb {}

    record Reject(boolean busy) implements Verb {}

    record Hangup() implements Verb {}

    /** {@code timeLimit} in seconds, from the moment both are connected. */
    record Dial(@Nullable URI action, boolean post, int timeLimit, boolean hangupOnStar, Target target)
            implements Verb {
        /** Seconds a call lasts at the most unless something else was said. */
        static final int LONGEST = 14_400;
    }

    /** What is dialled. */
    sealed interface Target {}

    /**
     * Telephones that ring together.
     *
     * @param timeout seconds they ring; the network adds its buffer
     * @param callerId empty: that of the leg that dials
     * @param answerOnBridge whether an unanswered leg stays so until somebody is connected with it
     */
    record Numbers(int timeout, String callerId, boolean answerOnBridge, List<Callee> callees) implements Target {}

    /**
     * One telephone to be called.
     *
     * @param url what the person hears before being connected; null: nothing
     */
    record Callee(
            String number,
            @Nullable URI url,
            boolean post,
            @Nullable StatusCallback statusCallback) {}

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
            Set<String> statusEvents)
            implements Target {}
}
