package de.dolmetscherhotline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Outbound calls waiting for their turn: so many per second and account, first come first served (contract §5.5). */
final class DialQueue {

    private final Switchboard board;
    private final Duration gap;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private Instant nextTurn = Instant.MIN;
    private boolean armed;

    private record Waiting(Leg leg, OutboundRequest request) {}

    DialQueue(Switchboard board, int callsPerSecond) {
        this.board = board;
        this.gap = Duration.ofSeconds(1).dividedBy(callsPerSecond);
    }

    void add(Leg leg, OutboundRequest request) {
        waiting.addLast(new Waiting(leg, request));
        arm();
    }

    private void arm() {
        if (armed || waiting.isEmpty()) {
            return;
        }
        armed = true;
        var now = board.now();
        board.after(nextTurn.isAfter(now) ? Duration.between(now, nextTurn) : Duration.ZERO, this::turn);
    }

    private void turn() {
        armed = false;
        waiting.removeIf(entry -> entry.leg().status().terminal());
        var first = waiting.pollFirst();
        if (first != null) {
            nextTurn = board.now().plus(gap);
            first.leg().initiate(first.request());
        }
        arm();
    }
}
