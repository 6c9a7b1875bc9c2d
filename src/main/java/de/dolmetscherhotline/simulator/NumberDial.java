package de.dolmetscherhotline.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Dial with numbers while it lasts: all ring together, the first to answer is connected with the leg that dials, the
 * others are dropped (contract §4). Not limited by calls per second.
 */
final class NumberDial {

    private static final String E164 = "\\+[1-9][0-9]{6,14}";

    private final Switchboard board;
    private final Leg parent;
    private final Verb.Dial verb;
    private final Verb.Numbers wanted;
    private final Consumer<Map<String, String>> over;
    private final Map<Leg, Verb.Callee> children = new LinkedHashMap<>();
    private final List<CallStatus> fates = new ArrayList<>();
    private final Scope talk;
    private @Nullable Leg answered;
    private boolean bridged;
    private boolean closed;

    /** @param over gets the parameters of the Dial action, unless {@link #stop()} came first */
    NumberDial(Switchboard board, Leg parent, Verb.Dial verb, Verb.Numbers wanted, Consumer<Map<String, String>> over) {
        this.board = board;
        this.parent = parent;
        this.verb = verb;
        this.wanted = wanted;
        this.over = over;
        this.talk = new Scope(board);
    }

    void start() {
        if (mayPresent(callerId())) {
            wanted.callees().forEach(this::add);
        } else {
            board.violation("<Dial callerId=\"" + callerId() + "\">: neither owned nor verified (13214)");
        }
        if (children.isEmpty()) {
            closed = true;
            board.soon(() -> over.accept(Map.of("DialCallStatus", "failed", "DialBridged", "false")));
        } else {
            new LinkedHashMap<>(children).forEach((child, callee) -> child.initiate(order(callee)));
        }
    }

    private void add(Verb.Callee callee) {
        if (callee.number().matches(E164)) {
            children.put(Leg.dialled(board, this, order(callee)), callee);
        } else {
            board.violation("<Number>" + callee.number() + "</Number>: not a valid phone number (13223)");
        }
    }

    private String callerId() {
        return wanted.callerId().isEmpty() ? parent.from() : wanted.callerId();
    }

    private boolean mayPresent(String number) {
        return number.equals(parent.from()) || number.equals(parent.to()) || board.mayCallFrom(number);
    }

    private OutboundRequest order(Verb.Callee callee) {
        return new OutboundRequest(
                callee.number(),
                callerId(),
                callee.url(),
                callee.post(),
                null,
                null,
                true,
                callee.statusCallback(),
                Duration.ofSeconds(wanted.timeout()),
                Duration.ofSeconds(Verb.Dial.LONGEST));
    }

    /** A called person lifts the receiver. */
    void pickedUp(Leg child) {
        answered = child;
        var callee = Objects.requireNonNull(children.get(child));
        others(child).forEach(late -> late.finish(CallStatus.CANCELED, 0));
        if (callee.url() == null) {
            connect(child);
        } else {
            child.runner().whisper(callee.url(), callee.post(), () -> connect(child));
        }
    }

    private List<Leg> others(Leg child) {
        return children.keySet().stream().filter(other -> other != child).toList();
    }

    private void connect(Leg child) {
        bridged = true;
        parent.answer();
        parent.partner(child);
        child.partner(parent);
        talk.after(Duration.ofSeconds(verb.timeLimit()), () -> child.finish(CallStatus.COMPLETED, 0));
    }

    /** The called leg is over. */
    void ended(Leg child) {
        children.remove(child);
        fates.add(child.status());
        boolean last = child == answered || (answered == null && children.isEmpty());
        if (!closed && last) {
            var result = result(child);
            close();
            over.accept(result);
        }
    }

    /** The called leg was given a document of its own: it goes on without the one that dialled. */
    void released(Leg child) {
        if (children.containsKey(child)) {
            child.partner(null);
            ended(child);
        }
    }

    private void close() {
        closed = true;
        talk.close();
        parent.partner(null);
    }

    /** The leg that dials goes away. */
    void stop() {
        if (!closed) {
            close();
            List.copyOf(children.keySet())
                    .forEach(child ->
                            child.finish(child.answered() == null ? CallStatus.CANCELED : CallStatus.COMPLETED, 0));
        }
    }

    /** The parameters of the action if the leg that dials went away now. */
    Map<String, String> resultOfLeaving() {
        return answered == null ? Map.of("DialCallStatus", "canceled", "DialBridged", "false") : result(answered);
    }

    private Map<String, String> result(Leg child) {
        var result = new LinkedHashMap<String, String>();
        result.put("DialCallStatus", answered == null ? fate().word() : CallStatus.COMPLETED.word());
        result.put("DialCallSid", child.sid());
        result.put("DialBridged", Boolean.toString(bridged));
        if (answered != null) {
            result.put("DialCallDuration", Long.toString(child.duration()));
        }
        return result;
    }

    /** Of several who did not answer, the most hopeful counts. */
    private CallStatus fate() {
        return List.of(CallStatus.NO_ANSWER, CallStatus.BUSY, CallStatus.CANCELED).stream()
                .filter(fates::contains)
                .findFirst()
                .orElse(CallStatus.FAILED);
    }

    Leg parent() {
        return parent;
    }
}
