package de.dolmetscherhotline.simulator;

import java.time.Duration;

/** One Gather while it listens: a key interrupts the prompt, the patience begins after it (contract §4). */
final class GatherRun {

    private final Switchboard board;
    private final Leg leg;
    private final Verb.Gather question;
    private final Scope whole;
    private final Result result;
    private final StringBuilder digits = new StringBuilder();
    private Scope waiting;
    private boolean done;

    /** How it ended. */
    interface Result {
        void keys(String digits);

        void nothing();
    }

    GatherRun(Switchboard board, Leg leg, Verb.Gather question, Scope whole, Result result) {
        this.board = board;
        this.leg = leg;
        this.question = question;
        this.whole = whole;
        this.result = result;
        this.waiting = whole.child();
    }

    void start() {
        board.audio().playAll(question.prompt(), waiting, leg, this::beginPatience);
    }

    private void beginPatience() {
        var patience = Duration.ofSeconds(question.timeout());
        waiting.after(patience, this::finish);
    }

    void key(char key) {
        if (done || !question.keys()) {
            return;
        }
        waiting.close();
        waiting = whole.child();
        if (question.finishOnKey().indexOf(key) >= 0) {
            finish();
            return;
        }
        digits.append(key);
        if (digits.length() == question.numDigits()) {
            finish();
        } else {
            beginPatience();
        }
    }

    private void finish() {
        done = true;
        waiting.close();
        if (!digits.isEmpty() || question.actionOnEmptyResult()) {
            result.keys(digits.toString());
        } else {
            result.nothing();
        }
    }
}
