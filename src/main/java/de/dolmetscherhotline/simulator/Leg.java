package de.dolmetscherhotline.simulator;

import de.dolmetscherhotline.simulator.TelephoneNetwork.Webhooks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call between a telephone and the application: its state, what it reports, and the document it executes. */
final class Leg implements AudioPlayer.Ear {

    /** Ringing and the vendor's buffer: a call rings this much longer than it was told to. */
    static final Duration RING_BUFFER = Duration.ofSeconds(5);

    private static final int FETCHES_PER_SECOND = 20;

    /** Who wanted this call. */
    private enum Direction {
        INBOUND("inbound"),
        API("outbound-api"),
        DIAL("outbound-dial");

        private final String word;

        Direction(String word) {
            this.word = word;
        }
    }

    private final Switchboard board;
    private final String sid = Sids.call();
    private final Direction direction;
    private final @Nullable NumberDial origin;
    private final String from;
    private final String to;
    private final Phone phone;
    private final Instant created;
    private final CallbackLane lane;
    private final TwimlRunner runner;
    private final Scope ringing;
    private final Scope limits;
    private @Nullable URI fallback;
    private boolean fallbackPost;
    private @Nullable StatusCallback statusCallback;
    private CallStatus status;
    private @Nullable Instant answered;
    private @Nullable Instant ended;
    private @Nullable Instant dialled;
    private @Nullable Participant participant;
    private @Nullable Leg partner;
    private Runnable whenPickedUp = () -> {};
    private Scope timeLimit;
    private int sequence;
    private Instant fetchWindow = Instant.MIN;
    private int fetches;

    private Leg(
            Switchboard board,
            Direction direction,
            @Nullable NumberDial origin,
            String from,
            String to,
            Phone phone,
            @Nullable URI fallback,
            boolean fallbackPost,
            @Nullable StatusCallback statusCallback) {
        this.board = board;
        this.direction = direction;
        this.origin = origin;
        this.from = from;
        this.to = to;
        this.phone = phone;
        this.fallback = fallback;
        this.fallbackPost = fallbackPost;
        this.statusCallback = statusCallback;
        this.created = board.now();
        this.lane = new CallbackLane(board);
        this.ringing = new Scope(board);
        this.limits = new Scope(board);
        this.timeLimit = limits.child();
        this.status = direction == Direction.INBOUND ? CallStatus.RINGING : CallStatus.QUEUED;
        this.runner = new TwimlRunner(board, this);
    }

    static Leg inbound(Switchboard board, Phone phone, String from, String to, Webhooks number) {
        var reported = number.statusUrl() == null
                ? null
                : new StatusCallback(number.statusUrl(), true, Set.of(CallStatus.COMPLETED.event()));
        var leg = new Leg(board, Direction.INBOUND, null, from, to, phone, number.voiceFallbackUrl(), true, reported);
        board.register(leg);
        return leg;
    }

    static Leg outbound(Switchboard board, OutboundRequest request) {
        return outbound(board, Direction.API, null, request);
    }

    /** A child leg of a Dial. */
    static Leg dialled(Switchboard board, NumberDial origin, OutboundRequest request) {
        return outbound(board, Direction.DIAL, origin, request);
    }

    private static Leg outbound(
            Switchboard board, Direction direction, @Nullable NumberDial origin, OutboundRequest request) {
        var leg = new Leg(
                board,
                direction,
                origin,
                request.from(),
                request.to(),
                board.phone(request.to()),
                request.fallback(),
                request.fallbackPost(),
                request.statusCallback());
        board.register(leg);
        return leg;
    }

    /** The network begins to set up an outbound call that waited its turn. */
    void initiate(OutboundRequest request) {
        dialled = board.now();
        become(CallStatus.INITIATED);
        var behaviour = phone.nextBehaviour();
        if (behaviour instanceof Behaviour.Unreachable) {
            ringing.after(Duration.ofSeconds(1), () -> finish(CallStatus.FAILED, 404));
        } else if (behaviour instanceof Behaviour.Busy || phone.engaged()) {
            ringing.after(Duration.ofSeconds(1), () -> finish(CallStatus.BUSY, 0));
        } else {
            ring(request, behaviour);
        }
    }

    private void ring(OutboundRequest request, Behaviour behaviour) {
        become(CallStatus.RINGING);
        phone.connect(this);
        whenPickedUp = () -> {
            limitTo(request.timeLimit());
            if (origin == null) {
                runner.begin(request);
            } else {
                origin.pickedUp(this);
            }
        };
        ringing.after(request.timeout().plus(RING_BUFFER), () -> finish(CallStatus.NO_ANSWER, 487));
        switch (behaviour) {
            case Behaviour.PicksUp person -> ringing.after(person.after(), this::pickUp);
            case Behaviour.Voicemail machine ->
                ringing.after(machine.after(), () -> {
                    pickUp();
                    limits.after(machine.patience(), () -> finish(CallStatus.COMPLETED, 0));
                });
            case Behaviour.Manual ignored -> board.touch();
            case Behaviour.Busy ignored -> board.touch();
            case Behaviour.Unreachable ignored -> board.touch();
        }
    }

    /** The person called lifts the receiver. */
    void pickUp() {
        if (!inbound() && status == CallStatus.RINGING) {
            answer();
            whenPickedUp.run();
        }
    }

    /** The leg becomes in-progress, if it is not yet. */
    void answer() {
        if (status.compareTo(CallStatus.IN_PROGRESS) < 0) {
            ringing.close();
            answered = board.now();
            become(CallStatus.IN_PROGRESS);
        }
    }

    private void become(CallStatus next) {
        status = next;
        report(0);
        board.touch();
    }

    /** Ends the leg; nothing happens if it has ended. {@code sipCode} 0 means none is reported. */
    void finish(CallStatus last, int sipCode) {
        if (status.terminal()) {
            return;
        }
        boolean wasQueued = status == CallStatus.QUEUED;
        status = last;
        ended = board.now();
        partner = null;
        ringing.close();
        limits.close();
        var room = participant;
        if (room != null) {
            room.conference().leave(room, Conference.Leaving.HUNG_UP);
        }
        runner.stop(room != null);
        phone.disconnect(this);
        if (!wasQueued) {
            report(sipCode);
        }
        if (origin != null) {
            origin.ended(this);
        }
        board.touch();
    }

    /** How a leg ends that is hung up from either side in its present state. */
    void hangUp() {
        finish(status == CallStatus.IN_PROGRESS ? CallStatus.COMPLETED : CallStatus.CANCELED, 0);
    }

    private void report(int sipCode) {
        var callback = statusCallback;
        if (callback == null || !callback.events().contains(status.event())) {
            return;
        }
        var params = params();
        params.put("Timestamp", Times.rfc2822(board.now()));
        params.put("CallbackSource", "call-progress-events");
        params.put("SequenceNumber", Integer.toString(sequence++));
        if (status.terminal()) {
            params.put("CallDuration", Long.toString(duration()));
        }
        if (status == CallStatus.COMPLETED) {
            params.put("Duration", Long.toString((duration() + 59) / 60));
        }
        if (sipCode != 0) {
            params.put("SipResponseCode", Integer.toString(sipCode));
        }
        lane.send(new Webhook(Exchange.Kind.CALL_STATUS, callback.url(), callback.post(), params));
    }

    /** Seconds from answer to end. */
    long duration() {
        if (answered == null) {
            return 0;
        }
        return Duration.between(answered, ended == null ? board.now() : ended).toSeconds();
    }

    /** The parameters of every request about this leg (contract §3.1). */
    Map<String, String> params() {
        var params = new LinkedHashMap<String, String>();
        params.put("CallSid", sid);
        params.put("AccountSid", board.account().sid());
        params.put("From", from);
        params.put("To", to);
        params.put("CallStatus", status.word());
        params.put("ApiVersion", "2010-04-01");
        params.put("Direction", direction());
        if (origin != null) {
            params.put("ParentCallSid", origin.parent().sid());
        }
        params.put("Caller", from);
        params.put("Called", to);
        Geography.add(params, "From", from);
        Geography.add(params, "To", to);
        Geography.add(params, "Caller", from);
        Geography.add(params, "Called", to);
        return params;
    }

    /** Whether this leg asks for documents faster than any sensible one would. */
    boolean runsInCircles() {
        var now = board.now();
        if (fetchWindow.plusSeconds(1).isBefore(now)) {
            fetchWindow = now;
            fetches = 0;
        }
        return ++fetches > FETCHES_PER_SECOND;
    }

    @Override
    public void hear(Heard.Kind kind, String language, String text) {
        phone.hear(kind, language, text);
    }

    void changeStatusCallback(URI url, boolean post) {
        var events = statusCallback == null ? Set.of(CallStatus.COMPLETED.event()) : statusCallback.events();
        statusCallback = new StatusCallback(url, post, events);
    }

    /** Ends the leg when it has lasted that long since it was answered. */
    void limitTo(Duration limit) {
        timeLimit.close();
        timeLimit = limits.child();
        var left = limit.minusSeconds(duration());
        timeLimit.after(left.isNegative() ? Duration.ZERO : left, () -> finish(CallStatus.COMPLETED, 0));
    }

    void changeFallback(URI url, boolean post) {
        fallback = url;
        fallbackPost = post;
    }

    /** Is connected with another leg, or no longer. */
    void partner(@Nullable Leg next) {
        partner = next;
        board.touch();
    }

    @Nullable
    Leg partner() {
        return partner;
    }

    /** Is no longer what a Dial waits for or is connected with. */
    void leaveDial() {
        if (origin != null) {
            origin.released(this);
        }
    }

    /** The leg that dialled this one; empty for all others. */
    String parentSid() {
        return origin == null ? "" : origin.parent().sid();
    }

    void participant(@Nullable Participant next) {
        participant = next;
        board.touch();
    }

    @Nullable
    Participant participant() {
        return participant;
    }

    TwimlRunner runner() {
        return runner;
    }

    @Nullable
    URI fallback() {
        return fallback;
    }

    boolean fallbackPost() {
        return fallbackPost;
    }

    Phone phone() {
        return phone;
    }

    String sid() {
        return sid;
    }

    boolean inbound() {
        return direction == Direction.INBOUND;
    }

    String direction() {
        return direction.word;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }

    CallStatus status() {
        return status;
    }

    Instant created() {
        return created;
    }

    @Nullable
    Instant answered() {
        return answered;
    }

    @Nullable
    Instant ended() {
        return ended;
    }

    /** How long it waited for its turn to be dialled. */
    Duration queueTime() {
        return direction != Direction.API
                ? Duration.ZERO
                : Duration.between(created, dialled == null ? board.now() : dialled);
    }
}
