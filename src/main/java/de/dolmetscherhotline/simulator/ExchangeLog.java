package de.dolmetscherhotline.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last exchanges, in the order they began. */
final class ExchangeLog {

    static final int NO_ANSWER = -1;

    private final Deque<Slot> slots = new ArrayDeque<>();
    private int kept = 5_000;

    /** An exchange that is filled in when its answer comes. */
    static final class Slot {
        private Exchange exchange;

        private Slot(Exchange exchange) {
            this.exchange = exchange;
        }

        void answered(int status, String body) {
            exchange = new Exchange(
                    exchange.at(), exchange.kind(), exchange.method(), exchange.url(), exchange.params(), status, body);
        }
    }

    void keep(int most) {
        kept = most;
    }

    Slot begin(Instant at, Exchange.Kind kind, String method, String url, Map<String, String> params) {
        if (slots.size() >= kept) {
            slots.removeFirst();
        }
        var copy = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        var slot = new Slot(new Exchange(at, kind, method, url, copy, 0, ""));
        slots.addLast(slot);
        return slot;
    }

    List<Exchange> all() {
        return slots.stream().map(slot -> slot.exchange).toList();
    }
}
