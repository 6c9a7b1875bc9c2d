package de.dolmetscherhotline.simulator;

import java.time.Duration;

/** How a telephone reacts by itself when it is called. All durations count from the first ring. */
public sealed interface Behaviour {

    /** Rings until somebody calls {@link Phone#pickUp()} or the network gives up. */
    record Manual() implements Behaviour {}

    /** Engaged: the call ends as {@code busy}. */
    record Busy() implements Behaviour {}

    /** Switched off or not assigned: the call ends as {@code failed} with SIP code 404. */
    record Unreachable() implements Behaviour {}

    /** A machine: answers after {@code after}, never presses a key, hangs up {@code patience} later. */
    record Voicemail(Duration after, Duration patience) implements Behaviour {}

    /** A person: picks up after {@code after} and types {@code keys} at the first question of the call; empty: says nothing. */
    record PicksUp(Duration after, String keys) implements Behaviour {}

    static Behaviour manual() {
        return new Manual();
    }

    /** The same as {@link #manual()} with nobody near the telephone. */
    static Behaviour neverAnswers() {
        return new Manual();
    }

    static Behaviour busy() {
        return new Busy();
    }

    static Behaviour unreachable() {
        return new Unreachable();
    }

    /** Answers after 15 s and hangs up 30 s later. */
    static Behaviour voicemail() {
        return new Voicemail(Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    static Behaviour accepts(Duration afterRinging) {
        return new PicksUp(afterRinging, "1");
    }

    static Behaviour declines(Duration afterRinging) {
        return new PicksUp(afterRinging, "2");
    }

    static Behaviour picksUpAndPresses(Duration afterRinging, String keys) {
        return new PicksUp(afterRinging, keys);
    }

    static Behaviour picksUpSilently(Duration afterRinging) {
        return new PicksUp(afterRinging, "");
    }
}
