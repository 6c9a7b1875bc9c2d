package de.dolmetscherhotline.call;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the call needs from the telephone network. Legs are known by the network's own ids. Every method asks once; an
 * error of the returned Mono means that nothing is known about the effect and the request may be repeated.
 */
public interface Telephony {

    /**
     * Calls an interpreter. Never repeated by itself: whoever asks twice dials twice.
     *
     * @param ring how long the phone may ring
     */
    Mono<Dialled> dial(OfferId offer, PhoneNumber from, PhoneNumber to, Duration ring);

    /**
     * Rings the organisation back. Never repeated by itself, like {@link #dial}.
     *
     * @param recall which attempt it is, from 1
     */
    Mono<Dialled> ringBack(CallId call, int recall, PhoneNumber from, PhoneNumber to, Duration ring);

    /** Stops a leg that has not been picked up; leaves one alone that has. */
    Mono<LegLife> cancel(String leg);

    Mono<LegLife> hangUp(String leg);

    /** Makes the caller's leg fetch what it should hear now. */
    Mono<LegLife> moveCaller(CallId call, String leg);

    /** Makes an interpreter's leg fetch what it should hear now. */
    Mono<LegLife> moveInterpreter(OfferId offer, String leg);

    /**
     * The legs that are in the room; none if there is no such room any more.
     *
     * @param roomSid the network's id of the room; null if it has not told us
     */
    Mono<Set<String>> legsIn(OfferId room, @Nullable String roomSid);

    /** Answer to an order to dial. */
    sealed interface Dialled {
        record Placed(String leg) implements Dialled {}

        /** The number does not exist or cannot be called. */
        record NumberRefused(int code) implements Dialled {}

        /** Refused for a reason that concerns our account or configuration. */
        record Refused(int code) implements Dialled {}

        /** Not accepted, certainly not dialled; to be ordered again after the pause. */
        record TooMany(Duration pause) implements Dialled {}

        /** Perhaps dialled, perhaps not. */
        record Unclear(String reason) implements Dialled {}
    }

    /** Whether the leg lives on after the request. */
    enum LegLife {
        ALIVE,
        OVER
    }
}
