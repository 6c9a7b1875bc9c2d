package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerArrived;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallFlow;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.Command;
import de.dolmetscherhotline.call.flow.Command.MoveCaller;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.work.WorkQueue;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where everything that happens to a call comes in. One transaction for each message: lock the call, see whether the
 * message is new, let the {@link CallFlow} decide, record facts and work, save. What each leg hears is then rendered from
 * the saved state.
 */
@Component
public class CallDesk {

    private final CallFlow flow;
    private final Calls calls;
    private final OfferLog offers;
    private final Lines lines;
    private final CallerBook callers;
    private final Questions questions;
    private final Effects effects;
    private final EventLog eventLog;
    private final CallMetrics metrics;
    private final WorkQueue work;
    private final TransactionalOperator transaction;

    CallDesk(
            CallFlow flow,
            Calls calls,
            OfferLog offers,
            Lines lines,
            CallerBook callers,
            Questions questions,
            Effects effects,
            EventLog eventLog,
            CallMetrics metrics,
            WorkQueue work,
            TransactionalOperator transaction) {
        this.flow = flow;
        this.calls = calls;
        this.offers = offers;
        this.lines = lines;
        this.callers = callers;
        this.questions = questions;
        this.effects = effects;
        this.eventLog = eventLog;
        this.metrics = metrics;
        this.work = work;
        this.transaction = transaction;
    }

    /**
     * A call comes in.
     *
     * @param leg the network's id of the caller's leg
     * @param to the number that was called, as the network gives it
     * @param from the caller's number, or whatever stands in its place
     */
    public Mono<CallView> arrive(String leg, String to, String from) {
        return Mono.justOrEmpty(PhoneNumber.parse(to))
                .flatMap(lines::byNumber)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(line -> arrive(leg, line, from))
                .as(this::committed);
    }

    private Mono<Handled> arrive(String leg, Optional<Line> line, String from) {
        return calls.add(CallId.random(), leg, line.orElse(null), new CallState.New())
                .then(callers.arrival(line.orElse(null), from))
                .flatMap(arrival ->
                        calls.lockByLeg(leg).flatMap(call -> handle(call, "arrived", new CallerArrived(arrival))));
    }

    /**
     * Something happened to a call. Empty if there is no such call.
     *
     * @param messageKey the same for every delivery of the same message; later deliveries change nothing
     */
    public Mono<CallView> receive(CallId id, String messageKey, CallEvent event) {
        return calls.lock(id).flatMap(call -> handle(call, messageKey, event)).as(this::committed);
    }

    /**
     * The caller answered what was heard in this turn. Keys for an earlier turn come too late and change nothing.
     *
     * @param keys empty if none were pressed
     */
    public Mono<CallView> callerPressed(CallId id, int turn, String keys) {
        return calls.lock(id)
                .flatMap(call -> turn == call.turn()
                        ? handle(call, "keys/" + turn, new CallerPressed(keys))
                        : Mono.just(new Handled(call, call)))
                .as(this::committed);
    }

    /** The same, where the call is known by its caller's leg. */
    public Mono<CallView> callerHungUp(String leg, String messageKey) {
        return calls.lockByLeg(leg)
                .flatMap(call -> handle(call, messageKey, new CallerHungUp()))
                .as(this::committed);
    }

    /**
     * The same, where the call is known by an offer. Empty also if another leg already belongs to that offer: this one
     * should not exist.
     *
     * @param leg the network's id of the leg that speaks
     */
    public Mono<CallView> receive(String leg, String messageKey, LegEvent event) {
        return calls.lockByOffer(event.offer())
                .filterWhen(call -> offers.placed(event.offer(), leg))
                .flatMap(call -> handle(call, messageKey, event))
                .as(this::committed);
    }

    /** What there is to hear now. Empty if there is no such call, or if the leg is not its caller's. */
    public Mono<CallView> lookIn(CallId id, String leg) {
        return calls.lock(id)
                .filter(call -> call.leg().equals(leg))
                .map(call -> new Handled(call, call))
                .as(this::committed);
    }

    /** The same for an interpreter's leg. */
    public Mono<CallView> lookIn(OfferId offer, String leg) {
        return calls.lockByOffer(offer)
                .filterWhen(call -> offers.placed(offer, leg))
                .map(call -> new Handled(call, call))
                .as(this::committed);
    }

    /** Somebody off duty answered the call-out of this call and wants to be rung for it. May be told more than once. */
    public Mono<Void> volunteered(CallId id, InterpreterId who) {
        return Mono.empty();
    }

    /** The network told us its id of a room. */
    public Mono<Void> noteRoom(OfferId room, String roomSid) {
        return offers.noteRoom(room, roomSid);
    }

    private Mono<CallView> committed(Mono<Handled> handled) {
        return transaction.transactional(handled).delayUntil(this::announce).map(Handled::view);
    }

    private Mono<Void> announce(Handled handled) {
        if (handled.after().version() == handled.before().version()) {
            return Mono.empty();
        }
        work.nudge();
        return metrics.observe(handled.before(), handled.after());
    }

    private Mono<Handled> handle(CallRow call, String messageKey, CallEvent event) {
        return calls.isNew(call.id(), messageKey)
                .flatMap(isNew -> isNew ? advance(call, event) : Mono.just(new Handled(call, call)));
    }

    private Mono<Handled> advance(CallRow call, CallEvent event) {
        return feed(call, event)
                .flatMap(after -> giveTurn(call, after, event))
                .flatMap(after -> recordOffers(call, after))
                .flatMap(after -> calls.save(after).thenReturn(new Handled(call, after)));
    }

    /** One step of the flow, and then whatever its answers lead to. */
    private Mono<CallRow> feed(CallRow call, CallEvent event) {
        var step = flow.on(call.state(), event);
        var next = call.after(step.next());
        return eventLog.record(call, event, step)
                .then(Flux.fromIterable(step.commands())
                        .reduce(
                                Mono.just(next),
                                (done, command) -> done.flatMap(progress -> carryOut(progress, command)))
                        .flatMap(done -> done));
    }

    private Mono<CallRow> carryOut(CallRow call, Command command) {
        return switch (command) {
            case Command.Question question -> questions.answer(question, call).flatMap(answer -> feed(call, answer));
            case Command.Effect effect -> effects.carryOut(effect, call.id()).thenReturn(call);
        };
    }

    /**
     * Whatever the caller hears anew is a turn of its own. When it changed behind the caller's back, the leg has to be
     * moved there.
     */
    private Mono<CallRow> giveTurn(CallRow before, CallRow after, CallEvent event) {
        var sceneChanged = !Scenes.forCaller(before.state()).equals(Scenes.forCaller(after.state()));
        var askedForIt = event instanceof CallerEvent || after.state() instanceof CallState.Ended;
        if (sceneChanged && !askedForIt) {
            return effects.carryOut(new MoveCaller(), after.id()).thenReturn(after.nextTurn());
        }
        return Mono.just(sceneChanged || event instanceof CallerPressed ? after.nextTurn() : after);
    }

    private Mono<CallRow> recordOffers(CallRow before, CallRow after) {
        var known = before.state().offers();
        return Flux.fromIterable(after.state().offers().all())
                .filter(offer -> !known.all().contains(offer))
                .concatMap(offers::record)
                .then(Mono.just(after));
    }

    private record Handled(CallRow before, CallRow after) {
        CallView view() {
            return new CallView(after.id(), after.turn(), after.state());
        }
    }
}
