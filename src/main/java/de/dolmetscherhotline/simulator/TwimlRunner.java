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
    private @Nullable NumberDial calling;
    private @Nullable Runnable whisperOver;
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

    /** What a called person hears before being connected (contract §4). */
    void whisper(URI url, boolean post, Runnable done) {
        whisperOver = done;
        fetch(Exchange.Kind.VOICE, url, post, Map.of());
    }

    /** Leaves what the leg is doing and goes on with another document. */
    void redirect(URI url, boolean post) {
        leaveEverything();
        fetch(Exchange.Kind.VOICE, url, post, Map.of());
    }

    void redirect(TwimlDocument next) {
        leaveEverything();
        scope.soon(() -> execute(next));
    }

    private void leaveEverything() {
        interrupt();
        whisperOver = null;
        leg.leaveDial();
        leaveConference(Conference.Leaving.MOVED);
        typedAhead = "";
    }

    /** The leg is over. */
    void stop(boolean wasInConference) {
        var ended = dial;
        var result = dialResult();
        boolean wasDialling = wasInConference || calling != null;
        interrupt();
        scope.close();
        if (wasDialling && ended != null && ended.action() != null && board.dialActionAfterHangUp()) {
            var params = leg.params();
            params.putAll(result);
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
        var numbers = calling;
        calling = null;
        if (numbers != null) {
            numbers.stop();
        }
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
            documentOver();
            return;
        }
        var verb = document.verbs().get(position++);
        if (whisperOver != null && !mayWhisper(verb)) {
            board.violation(document.url() + ": " + verb.getClass().getSimpleName()
                    + " in what is heard before being connected (13201)");
            next();
            return;
        }
        switch (verb) {
            case Verb.Audible audible -> sound(audible);
            case Verb.Gather question -> ask(question);
            case Verb.Redirect redirect -> fetch(Exchange.Kind.VOICE, redirect.url(), redirect.post(), Map.of());
            case Verb.Reject reject -> reject(reject);
            case Verb.Hangup ignored -> hangUp();
            case Verb.Dial next -> dial(next);
            case Verb.NotSimulated unknown -> skip(unknown);
        }
    }

    private static boolean mayWhisper(Verb verb) {
        return verb instanceof Verb.Audible || verb instanceof Verb.Gather || verb instanceof Verb.Hangup;
    }

    private void documentOver() {
        var connected = whisperOver;
        if (connected == null) {
            hangUp();
        } else {
            whisperOver = null;
            loseTypedAhead();
            interrupt();
            connected.run();
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
            public void input(Map<String, String> params) {
                gather = null;
                fetch(Exchange.Kind.GATHER_ACTION, question.action(), question.post(), params);
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

    private void dial(Verb.Dial next) {
        loseTypedAhead();
        dial = next;
        switch (next.target()) {
            case Verb.Room room -> join(next, room);
            case Verb.Numbers numbers -> call(next, numbers);
        }
    }

    private void join(Verb.Dial conference, Verb.Room room) {
        leg.answer();
        scope.after(Duration.ofSeconds(conference.timeLimit()), () -> leaveConference(Conference.Leaving.STEPPED_OUT));
        if (!board.conferences().join(leg, room)) {
            interrupt();
            next();
        }
    }

    private void call(Verb.Dial next, Verb.Numbers numbers) {
        if (!numbers.answerOnBridge() || position > 1) {
            leg.answer();
        }
        var run = new NumberDial(board, leg, next, numbers, scope.guard(result -> dialOver(next, result)));
        calling = run;
        run.start();
    }

    /** The conference is over for this leg, but the leg is not. */
    void leftConference() {
        var ended = dial;
        if (ended != null) {
            dialOver(ended, dialResult());
        }
    }

    private void dialOver(Verb.Dial ended, Map<String, String> result) {
        interrupt();
        scope.soon(() -> {
            if (ended.action() == null) {
                next();
            } else {
                fetch(Exchange.Kind.DIAL_ACTION, ended.action(), ended.post(), result);
            }
        });
    }

    private Map<String, String> dialResult() {
        return calling == null
                ? Map.of("DialCallStatus", "answered", "DialBridged", "true")
                : calling.resultOfLeaving();
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
            leaveDial(current);
        } else {
            leg.hear(Heard.Kind.KEYS_LOST, "", keys);
        }
    }

    private void leaveDial(Verb.Dial current) {
        if (calling == null) {
            leaveConference(Conference.Leaving.STEPPED_OUT);
        } else {
            dialOver(current, calling.resultOfLeaving());
        }
    }

    /** Somebody speaks. */
    void say(String text) {
        if (gather != null && gather.hears()) {
            leg.hear(Heard.Kind.SPEECH, "", text);
            gather.speech(text);
        } else {
            leg.hear(Heard.Kind.SPEECH_LOST, "", text);
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
