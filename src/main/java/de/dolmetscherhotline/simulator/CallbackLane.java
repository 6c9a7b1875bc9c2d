package de.dolmetscherhotline.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Status callbacks of one call, conference or message, one after the other. A callback that interference holds back does
 * not hold back those behind it.
 */
final class CallbackLane {

    private final Switchboard board;
    private final Deque<Webhook> waiting = new ArrayDeque<>();
    private boolean busy;

    CallbackLane(Switchboard board) {
        this.board = board;
    }

    void send(Webhook webhook) {
        waiting.addLast(webhook);
        sendNext();
    }

    private void sendNext() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        var webhook = waiting.removeFirst();
        board.sender().sendInLane(webhook, answer -> check(webhook, answer), () -> {
            busy = false;
            sendNext();
        });
    }

    private void check(Webhook webhook, Answer answer) {
        if (!answer.problem().isEmpty()) {
            board.violation(webhook.kind() + " " + webhook.url() + ": " + answer.problem());
        } else if (!answer.successful()) {
            board.violation(webhook.kind() + " " + webhook.url() + ": status " + answer.status() + " (15003)");
        }
    }
}
