package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.admission.CallerBook;
import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromOrganisation;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackCancelled;
import de.dolmetscherhotline.call.flow.CallEvent.CallerArrived;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.CallerReturned;
import de.dolmetscherhotline.call.flow.CallEvent.CallerSpoke;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterChosen;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.TakenOver;
import de.dolmetscherhotline.call.flow.CallFlow;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Transferring;
import de.dolmetscherhotline.call.flow.Command;
import de.dolmetscherhotline.call.flow.Command.MoveCaller;
import de.dolmetscherhotline.call.flow.Destination;
import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Scenes.GuestScene;
import de.dolmetscherhotline.call.store.CallRow;
import de.dolmetscherhotline.call.store.CallWork;
import de.dolmetscherhotline.call.store.Callbacks;
import de.dolmetscherhotline.call.store.Calls;
import de.dolmetscherhotline.call.store.EventLog;
import de.dolmetscherhotline.call.store.GuestOrder;
import de.dolmetscherhotline.call.store.OfferLog;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.work.WorkQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private final Callbacks callbacks;
    private final CallerBook callers;
    private final Questions questions;
    private final Effects effects;
    private final Outreach outreach;
    private final EventLog eventLog;
    private final List<RequestWatcher> watchers;
    private final CallMetrics metrics;
    private final CallWork callWork;
    private final WorkQueue work;
    private final TransactionalOperator transaction;

    CallDesk(
            CallFlow flow,
            Calls calls,
            OfferLog offers,
            Lines lines,
            Callbacks callbacks,
            CallerBook callers,
            Questions questions,
            Effects effects,
            Outreach outreach,
            EventLog eventLog,
            List<RequestWatcher> watchers,
            CallMetrics metrics,
            CallWork callWork,
            WorkQueue work,
            TransactionalOperator transaction) {
        this.flow = flow;
        this.calls = calls;
        this.offers = offers;
        this.lines = lines;
        this.callbacks = callbacks;
        this.callers = callers;
        this.questions = questions;
        this.effects = effects;
        this.outreach = outreach;
        this.eventLog = eventLog;
        this.watchers = watchers;
        this.metrics = metrics;
        this.callWork = callWork;
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
        return calls.lockByLeg(leg)
                .map(call -> new Handled(call, call))
                .switchIfEmpty(Mono.defer(() -> firstHeardOf(leg, to, from)))
                .as(this::committed);
    }

    private Mono<Handled> firstHeardOf(String leg, String to, String from) {
        return Mono.justOrEmpty(PhoneNumber.parse(to))
                .flatMap(lines::byNumber)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(line -> callers.arrival(line.orElse(null), from)
                        .flatMap(arrival -> returned(leg, line, arrival)
                                .switchIfEmpty(Mono.defer(() -> arrived(leg, line, from, arrival)))));
    }

    private Mono<Handled> arrived(String leg, Optional<Line> line, String from, Arrival arrival) {
        var onRecord = arrival instanceof FromOrganisation ? PhoneNumber.parse(from) : Optional.<PhoneNumber>empty();
        return calls.add(CallId.random(), leg, line.orElse(null), onRecord.orElse(null), new CallState.New())
                .then(Mono.defer(() -> calls.lockByLeg(leg)))
                .flatMap(call -> handle(call, "arrived", new CallerArrived(arrival)));
    }

    /** Cut off a moment ago, and the interpreter still holds the line. */
    private Mono<Handled> returned(String leg, Optional<Line> line, Arrival arrival) {
        return Mono.justOrEmpty(line)
                .filter(known -> arrival instanceof FromOrganisation)
                .flatMap(known ->
                        calls.lockHeld(((FromOrganisation) arrival).caller().organisation(), known.id()))
                .flatMap(call -> calls.returnedOn(call.id(), leg)
                        .then(Mono.defer(() -> handle(call.on(leg), "returned/" + leg, new CallerReturned()))));
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
     * @param answer keys, of which there may be none, or words
     * @param from the caller's number as the network gives it
     */
    public Mono<CallView> callerAnswered(CallId id, int turn, CallerEvent answer, String from) {
        return calls.lock(id)
                .flatMap(call -> turn == call.turn()
                        ? handle(call.heardFrom(from), "keys/" + turn, answer)
                        : Mono.just(new Handled(call, call)))
                .as(this::committed);
    }

    /** The caller's leg tells something. Empty for a leg that is the caller's no more. */
    public Mono<CallView> callerTells(CallId id, String leg, String messageKey, CallerEvent event) {
        return calls.lock(id)
                .filter(call -> leg.equals(call.leg()))
                .flatMap(call -> handle(call, messageKey, event))
                .as(this::committed);
    }

    /**
     * The organisation picked up the telephone on which it is rung back. Empty if that attempt is out of date: the leg
     * should not exist.
     */
    public Mono<CallView> recallAnswered(CallId id, int recall, String leg) {
        return calls.lock(id)
                .filterWhen(call -> callbacks.placed(id, recall, leg))
                .map(call -> new Handled(call, call))
                .as(this::committed);
    }

    /** The leg of an attempt to ring back is over; of an attempt that is out of date, nobody needs to know. */
    public Mono<CallView> recallOver(CallId id, int recall, String leg) {
        return calls.lock(id)
                .filter(call -> call.recall() == recall)
                .filterWhen(call -> leg.equals(call.leg()) ? Mono.just(true) : callbacks.placed(id, recall, leg))
                .flatMap(call -> handle(call, "over/" + leg, new CallerHungUp()))
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
                .filter(call -> leg.equals(call.leg()))
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
        return chosen(id, who)
                .filter(view -> !isAsked(view.state(), who))
                .flatMap(view -> outreach.releaseVolunteer(id, who));
    }

    /** Whether her telephone rings for this call, or she has taken it. */
    private static boolean isAsked(CallState state, InterpreterId who) {
        return state.offers().all().stream()
                .anyMatch(offer -> offer.interpreter().equals(who) && isPending(offer));
    }

    private static boolean isPending(Offer offer) {
        return offer.isOpen() || offer.stage() == Offer.Stage.JOINING;
    }

    /**
     * This interpreter is to be rung for a call that waits. Empty if there is no such call.
     *
     * @return whether her telephone is being called now; false if she is busy, must not be asked, or nobody waits
     */
    public Mono<Boolean> choose(CallId id, InterpreterId who) {
        return chosen(id, who)
                .map(view -> view.state()
                        .offers()
                        .open()
                        .anyMatch(offer -> offer.interpreter().equals(who)));
    }

    private Mono<CallView> chosen(CallId id, InterpreterId who) {
        return calls.lock(id)
                .flatMap(call -> advance(call, new InterpreterChosen(who)))
                .as(this::committed);
    }

    /**
     * A waiting caller is handed to somebody else. Empty if there is no such call.
     *
     * @return whether the caller is being connected; false if nobody waits on the line, or there is no number on record
     */
    public Mono<Boolean> handOver(CallId id, Destination to) {
        return calls.lock(id)
                .flatMap(call -> advance(call, new TakenOver(to)))
                .as(this::committed)
                .map(view -> view.state() instanceof Transferring transferring && transferring.to() == to);
    }

    /**
     * Whoever requested this call in writing needs nobody any more. Empty if there is no such call.
     *
     * @return whether it has ended by that; false once somebody has picked up there
     */
    public Mono<Boolean> cancel(CallId id) {
        return calls.lock(id)
                .flatMap(call -> advance(call, new CallbackCancelled()))
                .as(this::committed)
                .map(view -> view.state() instanceof Ended ended && ended.outcome() == Outcome.CANCELLED);
    }

    /** How content they were, said in writing. A rating by key stays. */
    public Mono<Void> rate(CallId id, int stars) {
        return calls.rateUnlessRated(id, stars);
    }

    /** The network told us its id of a room. */
    public Mono<Void> noteRoom(OfferId room, String roomSid) {
        return offers.noteRoom(room, roomSid);
    }

    private Mono<CallView> committed(Mono<Handled> handled) {
        return transaction
                .transactional(handled.flatMap(this::withView))
                .delayUntil(this::announce)
                .map(Seen::view);
    }

    /** Only a transfer needs more than the state: the numbers on record. */
    private Mono<Seen> withView(Handled handled) {
        var call = handled.after();
        if (call.state() instanceof Transferring transfer && call.line() != null) {
            return lines.byId(call.line()).map(line -> seen(handled, transferTo(line, transfer.to())));
        }
        return Mono.just(seen(handled, null));
    }

    private static Seen seen(Handled handled, CallView.@Nullable Transfer transfer) {
        var call = handled.after();
        return new Seen(handled, new CallView(call.id(), call.turn(), call.state(), transfer));
    }

    private static CallView.@Nullable Transfer transferTo(Line line, Destination to) {
        var number = switch (to) {
            case COORDINATOR -> line.coordinatorNumber();
            case PROFESSIONAL_PROVIDER -> line.professionalProviderNumber();
        };
        return number == null ? null : new CallView.Transfer(number, line.number());
    }

    private Mono<Void> announce(Seen seen) {
        var handled = seen.handled();
        if (handled.after().version() == handled.before().version()) {
            return Mono.empty();
        }
        work.nudge();
        var before = handled.before();
        return metrics.observe(before, handled.after())
                .thenMany(watchersOf(handled))
                .concatMap(watcher -> watcher.committed(
                        before.id(), before.state(), handled.after().state()))
                .then();
    }

    private Mono<Handled> handle(CallRow call, String messageKey, CallEvent event) {
        return calls.isNew(call.id(), messageKey)
                .flatMap(isNew -> isNew ? advance(call, event) : Mono.just(new Handled(call, call)));
    }

    private Mono<Handled> advance(CallRow call, CallEvent event) {
        return feed(call, event)
                .flatMap(after -> giveTurn(call, after, event))
                .flatMap(after -> recordOffers(call, after))
                .flatMap(after -> tellGuests(call, after))
                .flatMap(after -> calls.save(after).thenReturn(new Handled(call, after)))
                .delayUntil(handled -> watchersOf(handled)
                        .concatMap(watcher -> watcher.moved(
                                call.id(), call.state(), handled.after().state())));
    }

    private Flux<RequestWatcher> watchersOf(Handled handled) {
        return Flux.fromIterable(handled.before().requested() ? watchers : List.of());
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
        var askedForIt = event instanceof CallerEvent || !Scenes.callerListens(after.state());
        if (sceneChanged && !askedForIt) {
            return effects.carryOut(new MoveCaller(), after.id()).thenReturn(after.nextTurn());
        }
        var answered = event instanceof CallerPressed || event instanceof CallerSpoke;
        return Mono.just(sceneChanged || answered ? after.nextTurn() : after);
    }

    private Mono<CallRow> recordOffers(CallRow before, CallRow after) {
        var known = before.state().offers();
        return Flux.fromIterable(after.state().offers().all())
                .filter(offer -> !known.all().contains(offer))
                .concatMap(offers::record)
                .then(Mono.just(after));
    }

    /** Third parties follow the conversation. There can be none before the first one. */
    private Mono<CallRow> tellGuests(CallRow before, CallRow after) {
        var scene = Scenes.forGuests(before.state());
        if (scene instanceof GuestScene.Over || scene.equals(Scenes.forGuests(after.state()))) {
            return Mono.just(after);
        }
        return calls.hasGuests(after.id())
                .flatMap(some ->
                        some ? callWork.order(after.id(), GuestOrder.FOLLOW, Duration.ZERO) : Mono.<Void>empty())
                .thenReturn(after);
    }

    private record Handled(CallRow before, CallRow after) {}

    private record Seen(Handled handled, CallView view) {}
}
