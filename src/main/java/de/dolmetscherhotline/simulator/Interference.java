package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What goes wrong between the network and the application (contract §7 F9). Consulted once for every webhook and request. */
public interface Interference {

    /** Nothing goes wrong. */
    Interference NONE = new Interference() {};

    /** How this webhook travels. Recordings are not asked about. */
    default Delivery onWebhook(Exchange.Kind kind, URI url, Map<String, String> params) {
        return Delivery.normal();
    }

    /** What becomes of this request. */
    default RestFate onRest(String method, String path, Map<String, String> params) {
        return RestFate.PROCESS;
    }

    /**
     * How a webhook travels.
     *
     * @param copies how often it is sent (same idempotency token); the answer to the first counts
     * @param overlapping whether the copies are sent at the same time
     * @param delay virtual time before it is sent
     * @param dropped it never arrives: a TwiML request counts as timed out, a status callback is lost
     * @param forged a copy with a wrong signature is sent first
     * @param unknownParameters added before signing
     * @param swapped a status callback lets the next one of its call, room or message go first, if one comes within 10 s
     */
    record Delivery(
            int copies,
            boolean overlapping,
            Duration delay,
            boolean dropped,
            boolean forged,
            Map<String, String> unknownParameters,
            boolean swapped) {

        private static final Delivery NORMAL = new Delivery(1, false, Duration.ZERO, false, false, Map.of(), false);

        public static Delivery normal() {
            return NORMAL;
        }

        public static Delivery twice() {
            return new Delivery(2, false, Duration.ZERO, false, false, Map.of(), false);
        }

        public static Delivery twiceAtOnce() {
            return new Delivery(2, true, Duration.ZERO, false, false, Map.of(), false);
        }

        public static Delivery delayed(Duration by) {
            return new Delivery(1, false, by, false, false, Map.of(), false);
        }

        public static Delivery lost() {
            return new Delivery(1, false, Duration.ZERO, true, false, Map.of(), false);
        }

        /** A copy with a wrong signature goes first, then the genuine one; that the copy is accepted is a violation. */
        public static Delivery forgery() {
            return new Delivery(1, false, Duration.ZERO, false, true, Map.of(), false);
        }

        public static Delivery with(Map<String, String> unknownParameters) {
            return new Delivery(1, false, Duration.ZERO, false, false, Map.copyOf(unknownParameters), false);
        }

        /** A status callback changes places with its neighbour. */
        public static Delivery swappedWithTheNext() {
            return new Delivery(1, false, Duration.ZERO, false, false, Map.of(), true);
        }
    }

    /** What becomes of a REST request. */
    enum RestFate {
        PROCESS,
        /** 429/20429, not processed. */
        TOO_MANY_REQUESTS,
        /** 500, not processed. */
        FAILS_BEFORE_EFFECT,
        /** 500 although it took effect: the caller cannot know. */
        FAILS_AFTER_EFFECT,
        /** Processed, but the webhooks that follow at once are delivered before the answer (contract §5.5). */
        ANSWERED_LAST,
        /** Processed, and answered a second later. */
        ANSWERED_LATE,
        /** Processed, and answered half a minute later, when nobody waits any more. */
        ANSWERED_TOO_LATE,
        /** Processed, but never answered. */
        NEVER_ANSWERED
    }
}
