package de.dolmetscherhotline.simulator;

import de.dolmetscherhotline.simulator.Interference.Delivery;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Status callbacks of one call, conference or message, one after the other. A callback that interference holds back does
 * not hold back those behind it.
 */
final class CallbackLane {

    private static final Duration LONGEST_SWAP = Duration.ofSeconds(10);

    private final Switchboard board;
    private final Deque<Outgoing> waiting = new ArrayDeque<>();
    private @Nullable Outgoing letsOthersGoFirst;
    private boolean busy;

    private record Outgoing(Webhook webhook, Delivery delivery) {}

    CallbackLane(Switchboard board) {
        this.board = board;
    }

    void send(Webhook webhook) {
        waiting.addLast(new Outgoing(webhook, board.sender().deliveryOf(webhook)));
        sendNext();
    }

    private void sendNext() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        var next = waiting.removeFirst();
        if (next.delivery().swapped() && letsOthersGoFirst == null) {
            letsOthersGoFirst = next;
            board.after(LONGEST_SWAP, () -> comesBack(next));
            sendNext();
        } else {
            sendNow(next);
        }
    }

    private void sendNow(Outgoing next) {
        busy = true;
        var webhook = next.webhook();
        board.sender().sendInLane(webhook, next.delivery(), answer -> check(webhook, answer), () -> {
            busy = false;
            comesBack(letsOthersGoFirst);
            sendNext();
        });
    }

    private void comesBack(@Nullable Outgoing held) {
        if (held != null && held.equals(letsOthersGoFirst)) {
            letsOthersGoFirst = null;
            waiting.addFirst(new Outgoing(held.webhook(), Delivery.normal()));
            sendNext();
        }
    }

    private void check(Webhook webhook, Answer answer) {
        if (!answer.problem().isEmpty()) {
            board.violation(webhook.kind() + " " + webhook.url() + ": " + answer.problem());
        } else if (!answer.successful()) {
            board.violation(webhook.kind() + " " + webhook.url() + ": status " + answer.status() + " (15003)");
        }
    }
}
