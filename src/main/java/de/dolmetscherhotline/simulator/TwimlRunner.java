package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes documents on one leg, verb by verb (contract §4). */
final class TwimlRunner {

    private static final URI INLINE = URI.create("inline:twiml");

    private final Switchboard board;
    private final Leg leg;
    private Scope scope;
    private TwimlDocument document = new TwimlDocument(INLINE, List.of());
    private int position;
    private boolean fetching;
    private @Nullable GatherRun gather;
    private Verb.@Nullable Dial dial;
    private String typedAhead = "";

    TwimlRunner(Switchboard board, Leg leg) {
        this.board = board;
        this.leg = leg;
        this.scope = new Scope(board);
    }

    static URI inline() {
        return INLINE;
    }

    void begin(OutboundRequest request) {
        var url = request.url();
        if (url != null) {
            fetch(Exchange.Kind.VOICE, url, request.post(), Map.of());
        } else if (request.document() != null) {
            interrupt();
            execute(request.document());
        }
    }

    /** Leaves what the leg is doing and goes on with another document. */
    void redirect(URI url, boolean post) {
        interrupt();
        leaveConference(Conference.Leaving.MOVED);
        typedAhead = "";
        fetch(Exchange.Kind.VOICE, url, post, Map.of());
    }

    void redirect(TwimlDocument next) {
        interrupt();
        leaveConference(Conference.Leaving.MOVED);
        typedAhead = "";
        scope.soon(() -> execute(next));
    }

    /** The leg is over. */
    void stop(boolean wasInConference) {
        var ended = dial;
        interrupt();
        scope.close();
        if (wasInConference && ended != null && ended.action() != null && board.dialActionAfterHangUp()) {
            var params = leg.params();
            params.putAll(dialResult());
            board.sender()
                    .send(new Webhook(Exchange.Kind.DIAL_ACTION, ended.action(), ended.post(), params), ignored -> {});
        }
    }

    private void interrupt() {
        scope.close();
        scope = new Scope(board);
        gather = null;
        dial = null;
        fetching = false;
    }

    void fetch(Exchange.Kind kind, URI url, boolean post, Map<String, String> extra) {
        interrupt();
        if (leg.runsInCircles()) {
            board.violation(kind + " " + url + ": requested again and again without anything to hear");
            fail();
            return;
        }
        fetching = true;
        var params = leg.params();
        params.putAll(extra);
        board.twiml()
                .fetch(kind, url, post, params, scope.guard((TwimlFetcher.Result result) -> fetched(kind, result)));
    }

    private void fetched(Exchange.Kind kind, TwimlFetcher.Result result) {
        fetching = false;
        switch (result) {
            case TwimlFetcher.Document read -> execute(read.document());
            case TwimlFetcher.Failed failed -> fallBack(kind, failed);
        }
    }

    private void fallBack(Exchange.Kind kind, TwimlFetcher.Failed failed) {
        var fallback = leg.fallback();
        if (kind == Exchange.Kind.FALLBACK || fallback == null) {
            fail();
            return;
        }
        var reason = Map.of(
                "ErrorCode",
                Integer.toString(failed.code()),
                "ErrorUrl",
                failed.url().toString());
        fetch(Exchange.Kind.FALLBACK, fallback, leg.fallbackPost(), reason);
    }

    private void fail() {
        leg.answer();
        leg.hear(Heard.Kind.ERROR, "en", "application error");
        leg.finish(CallStatus.COMPLETED, 0);
    }

    private void execute(TwimlDocument next) {
        document = next;
        position = 0;
        next();
    }

    void next() {
        gather = null;
        dial = null;
        if (position >= document.verbs().size()) {
            hangUp();
            return;
        }
        var verb = document.verbs().get(position++);
        switch (verb) {
            case Verb.Audible audible -> sound(audible);
            case Verb.Gather question -> ask(question);
            case Verb.Redirect redirect -> fetch(Exchange.Kind.VOICE, redirect.url(), redirect.post(), Map.of());
            case Verb.Reject reject -> reject(reject);
            case Verb.Hangup ignored -> hangUp();
            case Verb.Dial conference -> join(conference);
            case Verb.NotSimulated unknown -> skip(unknown);
        }
    }

    private void sound(Verb.Audible audible) {
        loseTypedAhead();
        if (!(audible instanceof Verb.Pause)) {
            leg.answer();
        }
        board.audio().play(audible, scope, leg, this::next);
    }

    private void ask(Verb.Gather question) {
        leg.answer();
        var run = new GatherRun(board, leg, question, scope, new GatherRun.Result() {
            @Override
            public void keys(String digits) {
                gather = null;
                fetch(Exchange.Kind.GATHER_ACTION, question.action(), question.post(), Map.of("Digits", digits));
            }

            @Override
            public void nothing() {
                next();
            }
        });
        gather = run;
        run.start();
        feed();
        if (gather == run) {
            leg.phone().questionHeard(leg);
        }
    }

    private void reject(Verb.Reject reject) {
        if (position > 1 || leg.status() != CallStatus.RINGING) {
            board.violation(document.url() + ": <Reject> is only possible as the first verb of an unanswered call");
            hangUp();
        } else {
            leg.finish(reject.busy() ? CallStatus.BUSY : CallStatus.NO_ANSWER, 0);
        }
    }

    private void hangUp() {
        loseTypedAhead();
        leg.answer();
        leg.finish(CallStatus.COMPLETED, 0);
    }

    private void skip(Verb.NotSimulated verb) {
        board.violation(document.url() + ": not simulated: <" + verb.name() + ">");
        next();
    }

    private void join(Verb.Dial conference) {
        loseTypedAhead();
        leg.answer();
        dial = conference;
        scope.after(Duration.ofSeconds(conference.timeLimit()), () -> leaveConference(Conference.Leaving.STEPPED_OUT));
        if (!board.conferences().join(leg, conference.room())) {
            interrupt();
            next();
        }
    }

    /** The conference is over for this leg, but the leg is not. */
    void leftConference() {
        var ended = dial;
        if (ended == null) {
            return;
        }
        interrupt();
        scope.soon(() -> {
            if (ended.action() == null) {
                next();
            } else {
                fetch(Exchange.Kind.DIAL_ACTION, ended.action(), ended.post(), dialResult());
            }
        });
    }

    private static Map<String, String> dialResult() {
        return Map.of("DialCallStatus", "answered", "DialBridged", "true");
    }

    private void leaveConference(Conference.Leaving how) {
        var participant = leg.participant();
        if (participant != null) {
            participant.conference().leave(participant, how);
        }
    }

    /** Somebody types. */
    void press(String keys) {
        var current = dial;
        if (gather != null) {
            loseTypedAhead();
            typedAhead = keys;
            feed();
        } else if (current != null && current.hangupOnStar() && keys.indexOf('*') >= 0) {
            leg.hear(Heard.Kind.KEYS, "", keys);
            leaveConference(Conference.Leaving.STEPPED_OUT);
        } else {
            leg.hear(Heard.Kind.KEYS_LOST, "", keys);
        }
    }

    private void feed() {
        var heard = new StringBuilder();
        for (var listening = gather; listening != null && !typedAhead.isEmpty(); listening = gather) {
            char key = typedAhead.charAt(0);
            typedAhead = typedAhead.substring(1);
            heard.append(key);
            listening.key(key);
        }
        if (!heard.isEmpty()) {
            leg.hear(Heard.Kind.KEYS, "", heard.toString());
        }
        if (!fetching && gather == null) {
            loseTypedAhead();
        }
    }

    private void loseTypedAhead() {
        if (!typedAhead.isEmpty()) {
            leg.hear(Heard.Kind.KEYS_LOST, "", typedAhead);
            typedAhead = "";
        }
    }
}
