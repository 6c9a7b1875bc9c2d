package de.dolmetscherhotline.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A person's telephone. Actions are put on the network's agenda at the present instant and happen in its next run. */
public final class Phone {

    private static final int KEPT = 500;

    /** What the telephone is doing. */
    public enum State {
        IDLE,
        /** Calls an owned number that has not answered yet. */
        DIALLING,
        RINGING,
        /** Connected to the application's TwiML. */
        TALKING,
        /** In a conference that has not started: hears the waiting music. */
        WAITING,
        /** In a started conference, or connected with another telephone. */
        IN_CONFERENCE
    }

    private final Switchboard board;
    private final String number;
    private final Deque<Heard> heard = new ArrayDeque<>();
    private final List<TextMessage> texts = new ArrayList<>();
    private Supplier<Behaviour> habit = Behaviour::manual;
    private Behaviour behaviour = Behaviour.manual();
    private boolean mayType;
    private @Nullable Leg leg;

    Phone(Switchboard board, String number) {
        this.board = board;
        this.number = number;
    }

    public String number() {
        return number;
    }

    /** Calls an owned number. */
    public void dial(String to) {
        dialAs(number, to);
    }

    /** Calls and presents something else than the own number, such as {@code anonymous}. */
    public void dialAs(String from, String to) {
        act(() -> call(from, to));
    }

    private void call(String from, String to) {
        if (leg != null) {
            return;
        }
        heard.clear();
        var webhooks = board.owned().get(to);
        if (webhooks == null) {
            hear(Heard.Kind.END, "", "not in service");
            return;
        }
        var call = Leg.inbound(board, this, from, to, webhooks);
        leg = call;
        mayType = false;
        call.runner().fetch(Exchange.Kind.VOICE, webhooks.voiceUrl(), true, Map.of());
    }

    /** Lifts the receiver while it rings. */
    public void pickUp() {
        act(() -> {
            if (leg != null) {
                leg.pickUp();
            }
        });
    }

    /**
     * Types keys one after the other ({@code 0-9 * #}). They reach the Gather that listens; the rest of the same call is
     * kept for the Gather of the document that the first ones led to. Keys pressed while none listens are lost.
     */
    public void press(String keys) {
        if (!keys.matches("[0-9*#]+")) {
            throw new IllegalArgumentException("a telephone has the keys 0-9, * and #");
        }
        act(() -> type(keys));
    }

    /** Says something. It reaches a Gather that listens for speech; otherwise it is lost. */
    public void says(String text) {
        act(() -> {
            if (leg == null || leg.status() != CallStatus.IN_PROGRESS) {
                hear(Heard.Kind.SPEECH_LOST, "", text);
            } else {
                leg.runner().say(text);
            }
        });
    }

    private void type(String keys) {
        if (leg == null || leg.status() != CallStatus.IN_PROGRESS) {
            hear(Heard.Kind.KEYS_LOST, "", keys);
        } else {
            leg.runner().press(keys);
        }
    }

    /** Puts the receiver down, or declines to answer: then the call ends as {@code busy}. */
    public void hangUp() {
        act(() -> {
            if (leg != null && state() == State.RINGING) {
                leg.finish(CallStatus.BUSY, 0);
            } else if (leg != null) {
                leg.hangUp();
            }
        });
    }

    /** Sends a text message to an owned number. */
    public void text(String to, String body) {
        act(() -> board.messages().receive(number, to, body));
    }

    /** How it reacts by itself from the next call on; {@link Behaviour#manual()} at first. */
    public void behaves(Behaviour next) {
        behavesEachTime(() -> next);
    }

    /** As {@link #behaves}, but asked anew at every call. Must return at once. */
    public void behavesEachTime(Supplier<Behaviour> next) {
        board.locked(() -> {
            habit = next;
            board.touch();
        });
    }

    private void act(Runnable action) {
        board.locked(() -> board.soon(action));
    }

    public State state() {
        return board.locked(() -> leg == null ? State.IDLE : stateOf(leg));
    }

    private static State stateOf(Leg leg) {
        if (leg.status() != CallStatus.IN_PROGRESS) {
            return leg.inbound() ? State.DIALLING : State.RINGING;
        }
        var participant = leg.participant();
        if (participant == null) {
            return leg.partner() == null ? State.TALKING : State.IN_CONFERENCE;
        }
        return participant.conference().started() ? State.IN_CONFERENCE : State.WAITING;
    }

    /** What was heard since the last call began; the latest 500. */
    public List<Heard> heard() {
        return board.locked(() -> List.copyOf(heard));
    }

    /** Who is calling, while it rings. */
    public Optional<String> ringingFrom() {
        return board.locked(() -> Optional.ofNullable(leg)
                .filter(call -> stateOf(call) == State.RINGING)
                .map(Leg::from));
    }

    /** Numbers of the others in the same started conference who are not on hold, or of the one this telephone is connected with. */
    public Set<String> talkingWith() {
        return board.locked(this::others);
    }

    private Set<String> others() {
        var partner = leg == null ? null : leg.partner();
        if (partner != null) {
            return Set.of(partner.phone().number());
        }
        var participant = leg == null ? null : leg.participant();
        if (participant == null
                || participant.onHold()
                || !participant.conference().talking()) {
            return Set.of();
        }
        var numbers = new LinkedHashSet<String>();
        for (var other : participant.conference().participants()) {
            if (!Objects.equals(other, participant) && !other.onHold()) {
                numbers.add(other.leg().phone().number());
            }
        }
        return numbers;
    }

    /** The vendor's identifier of the present call, if there is one. */
    public Optional<String> callSid() {
        return board.locked(() -> Optional.ofNullable(leg).map(Leg::sid));
    }

    /** Received text messages, oldest first. */
    public List<TextMessage> texts() {
        return board.locked(() -> List.copyOf(texts));
    }

    /** A call begins: how this telephone reacts to it. */
    Behaviour nextBehaviour() {
        behaviour = habit.get();
        return behaviour;
    }

    /** How it would react to a call now. */
    Behaviour habit() {
        return habit.get();
    }

    boolean engaged() {
        return leg != null;
    }

    /** An outbound call rings here. */
    void connect(Leg call) {
        heard.clear();
        leg = call;
        mayType = true;
    }

    void disconnect(Leg call) {
        if (leg == call) {
            leg = null;
            hear(Heard.Kind.END, "", call.status().word());
        }
    }

    /** The call asks for keys: a person who knows what to do types at once, the first time. */
    void questionHeard(Leg call) {
        if (mayType
                && !call.inbound()
                && behaviour instanceof Behaviour.PicksUp person
                && !person.keys().isEmpty()) {
            mayType = false;
            act(() -> {
                if (leg == call) {
                    type(person.keys());
                }
            });
        }
    }

    void hear(Heard.Kind kind, String language, String text) {
        if (heard.size() == KEPT) {
            heard.removeFirst();
        }
        heard.addLast(new Heard(board.now(), kind, language, text));
        board.touch();
    }

    void receive(TextMessage message) {
        texts.add(message);
        hear(Heard.Kind.SMS, "", message.body());
    }
}
