package de.dolmetscherhotline.simulator;

import java.time.Duration;
import java.util.Map;

/**
 * One Gather while it listens: a key or a word interrupts the prompt, the patience begins after it; what comes first, keys
 * or speech, is what it listens to (contract §4).
 */
final class GatherRun {

    private static final String CONFIDENCE = "0.9";

    private final Switchboard board;
    private final Leg leg;
    private final Verb.Gather question;
    private final Scope whole;
    private final Result result;
    private final StringBuilder digits = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private Scope waiting;
    private boolean done;

    /** How it ended. */
    interface Result {
        /** The parameters that go to the action. */
        void input(Map<String, String> params);

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
        if (done || !question.keys() || !said.isEmpty()) {
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

    boolean hears() {
        return !done && question.speech() && digits.isEmpty();
    }

    /** Something is said; complete when nothing follows for a while. */
    void speech(String text) {
        waiting.close();
        waiting = whole.child();
        said.append(said.isEmpty() ? "" : " ").append(text);
        waiting.after(Duration.ofSeconds(question.speechPause()), this::finish);
    }

    private void finish() {
        done = true;
        waiting.close();
        if (!said.isEmpty()) {
            result.input(Map.of("SpeechResult", said.toString(), "Confidence", CONFIDENCE));
        } else if (!digits.isEmpty() || question.actionOnEmptyResult()) {
            result.input(question.keys() ? Map.of("Digits", digits.toString()) : Map.of());
        } else {
            result.nothing();
        }
    }
}
