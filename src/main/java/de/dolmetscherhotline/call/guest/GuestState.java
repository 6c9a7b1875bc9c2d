package de.dolmetscherhotline.call.guest;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** How far a third party has come, and in the end what became of it. The words are stored, and part of the REST API. */
public enum GuestState {
    DIALLING,
    RINGING,
    /** Picked up, by a person or a machine: a key is awaited. */
    ANSWERED,
    /** Belongs into the conversation. */
    JOINED,
    /** Hears music instead of it. */
    HELD,
    /** Hung up after having joined. */
    LEFT,
    DROPPED,
    /** The conversation was over. */
    CALL_OVER,
    NO_ANSWER,
    NO_KEY,
    BUSY,
    /** The number cannot be called. */
    UNREACHABLE,
    FAILED;

    static final Set<GuestState> UNDECIDED = EnumSet.of(DIALLING, RINGING, ANSWERED);
    static final Set<GuestState> TALKING = EnumSet.of(JOINED, HELD);

    public boolean isOver() {
        return compareTo(HELD) > 0;
    }

    /** States from which this one is reached on the way in: news that comes late changes nothing. */
    Set<GuestState> earlier() {
        return EnumSet.copyOf(Arrays.stream(values())
                .filter(state -> state.compareTo(this) < 0 && !state.isOver())
                .toList());
    }
}
