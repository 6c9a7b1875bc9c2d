package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.LegEnd;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the call needs from the telephone network. Legs are known by the network's own ids. Every method asks once; an
 * error of the returned Mono means that nothing is known about the effect and the request may be repeated; if it is
 * {@link NotNow}, that there was no effect.
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

    /** Rings a third party. Never repeated by itself, like {@link #dial}. */
    Mono<Dialled> dialGuest(GuestId guest, PhoneNumber from, PhoneNumber to, Duration ring);

    /** Stops a leg that has not been picked up; leaves one alone that has. */
    Mono<LegLife> cancel(String leg);

    Mono<LegLife> hangUp(String leg);

    /** Makes the caller's leg fetch what it should hear now. */
    Mono<LegLife> moveCaller(CallId call, String leg);

    /** Makes an interpreter's leg fetch what it should hear now. */
    Mono<LegLife> moveInterpreter(OfferId offer, String leg);

    /** Makes a third party's leg fetch what it should hear now. */
    Mono<LegLife> moveGuest(GuestId guest, String leg);

    /**
     * Whether a third party in the room hears music instead of the others, who do not hear it either.
     *
     * @param roomSid the network's id of the room; null if it has not told us
     * @return false if the leg is not in the room
     */
    Mono<Boolean> hold(OfferId room, @Nullable String roomSid, GuestId guest, String leg, boolean held);

    /**
     * The legs that are in the room; none if there is no such room any more.
     *
     * @param roomSid the network's id of the room; null if it has not told us
     */
    Mono<Set<String>> legsIn(OfferId room, @Nullable String roomSid);

    /**
     * The legs that the network lists as alive, also those of others who share the account. The list may be a little old
     * or cut short: that a leg is missing from it is no proof that it is gone.
     */
    Mono<Set<String>> liveLegs();

    /** How the leg ended; empty while it is alive. A leg that the network does not know counts as cancelled. */
    Mono<LegEnd> endOf(String leg);

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

    /** The network was not asked, because it has not been answering: certainly nothing happened. */
    final class NotNow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Duration pause;

        /**
         * Nothing was asked.
         *
         * @param pause after which it may be worth asking
         */
        public NotNow(Duration pause) {
            super("the telephone network has not been answering");
            this.pause = pause;
        }

        /** After which it may be worth asking. */
        public Duration pause() {
            return pause;
        }
    }

    /** Whether the leg lives on after the request. */
    enum LegLife {
        ALIVE,
        OVER
    }
}
