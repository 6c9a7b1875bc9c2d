package de.dolmetscherhotline.simulator;

import java.net.URI;

/** Executes a waiting document: Play, Say, Pause and Redirect only; silence when it is over (contract §4.1). */
final class WaitRunner {

    private final Switchboard board;
    private final Leg leg;
    private final Scope scope;
    private final Runnable failed;

    WaitRunner(Switchboard board, Leg leg, Scope scope, Runnable failed) {
        this.board = board;
        this.leg = leg;
        this.scope = scope;
        this.failed = failed;
    }

    void start(URI url, boolean post) {
        if (leg.runsInCircles()) {
            board.violation("WAIT " + url + ": requested again and again without anything to hear");
            return;
        }
        board.twiml().fetch(Exchange.Kind.WAIT, url, post, leg.params(), scope.guard((TwimlFetcher.Result result) -> {
            switch (result) {
                case TwimlFetcher.Document read -> execute(read.document(), 0);
                case TwimlFetcher.Failed ignored -> failed.run();
            }
        }));
    }

    private void execute(TwimlDocument document, int position) {
        if (position >= document.verbs().size()) {
            return;
        }
        switch (document.verbs().get(position)) {
            case Verb.Audible audible -> board.audio().play(audible, scope, leg, () -> execute(document, position + 1));
            case Verb.Redirect redirect -> start(redirect.url(), redirect.post());
            case Verb.Gather ignored -> refuse(document, position, "Gather");
            case Verb.Dial ignored -> refuse(document, position, "Dial");
            case Verb.Hangup ignored -> refuse(document, position, "Hangup");
            case Verb.Reject ignored -> refuse(document, position, "Reject");
            case Verb.NotSimulated other -> refuse(document, position, other.name());
        }
    }

    private void refuse(TwimlDocument document, int position, String verb) {
        board.violation(document.url() + ": <" + verb + "> in a waiting document");
        execute(document, position + 1);
    }
}
