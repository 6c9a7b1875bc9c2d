package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.CallerSpoke;
import de.dolmetscherhotline.call.flow.CallFlow;
import de.dolmetscherhotline.call.flow.CallState.Transferring;
import de.dolmetscherhotline.call.flow.Command;
import de.dolmetscherhotline.call.flow.Command.MoveCaller;
import de.dolmetscherhotline.call.flow.Destination;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Scenes.GuestScene;
import de.dolmetscherhotline.call.store.CallRow;
import de.dolmetscherhotline.call.store.CallWork;
import de.dolmetscherhotline.call.store.Calls;
import de.dolmetscherhotline.call.store.EventLog;
import de.dolmetscherhotline.call.store.GuestOrder;
import de.dolmetscherhotline.call.store.OfferLog;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.live.Changes;
import de.dolmetscherhotline.work.WorkQueue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What every message to a call goes through, in one transaction: is it new, what does the {@link CallFlow} decide, facts and
 * work recorded, saved; then what is to be heard is read from the saved state. After the commit whoever watches is told.
 */
@Component
class CallHandling {

    private final CallFlow flow;
    private final Calls calls;
    private final OfferLog offers;
    private final Lines lines;
    private final Questions questions;
    private final Effects effects;
    private final EventLog eventLog;
    private final List<RequestWatcher> watchers;
    private final CallMetrics metrics;
    private final Changes changes;
    private final CallWork callWork;
    private final WorkQueue work;
    private final TransactionalOperator transaction;

    CallHandling(
            CallFlow flow,
            Calls calls,
            OfferLog offers,
            Lines lines,
            Questions questions,
            Effects effects,
            EventLog eventLog,
            List<RequestWatcher> watchers,
            CallMetrics metrics,
            Changes changes,
            CallWork callWork,
            WorkQueue work,
            TransactionalOperator transaction) {
        this.flow = flow;
        this.calls = calls;
        this.offers = offers;
        this.lines = lines;
        this.questions = questions;
        this.effects = effects;
        this.eventLog = eventLog;
        this.watchers = watchers;
        this.metrics = metrics;
        this.changes = changes;
        this.callWork = callWork;
        this.work = work;
        this.transaction = transaction;
    }

    /** A call before and after what happened to it; the same twice if nothing did. */
    record Handled(CallRow before, CallRow after) {

        boolean isChanged() {
            return after.version() != before.version();
        }
    }

    static Handled unchanged(CallRow call) {
        return new Handled(call, call);
    }

    /** Commits, lets everybody know, and answers what there is to hear. */
    Mono<CallView> committed(Mono<Handled> handled) {
        return announced(handled).map(Seen::view);
    }

    /** The same, and answers whether anything has changed. */
    Mono<Boolean> committedChange(Mono<Handled> handled) {
        return announced(handled).map(seen -> seen.handled().isChanged());
    }

    private Mono<Seen> announced(Mono<Handled> handled) {
        return transaction.transactional(handled.flatMap(this::withView)).delayUntil(this::announce);
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
        if (!handled.isChanged()) {
            return Mono.empty();
        }
        work.nudge();
        var before = handled.before();
        return metrics.observe(before, handled.after())
                .then(tellBoards(handled))
                .thenMany(watchersOf(handled))
                .concatMap(watcher -> watcher.committed(
                        before.id(), before.state(), handled.after().state()))
                .then();
    }

    /** Many messages change nothing that anybody sees. */
    private Mono<Void> tellBoards(Handled handled) {
        var district = handled.after().district();
        return district == null
                        || handled.before().state().equals(handled.after().state())
                ? Mono.empty()
                : changes.publish(CallDesk.topic(district));
    }

    /**
     * Part of the current transaction, with the call locked.
     *
     * @param messageKey the same for every delivery of the same message; later deliveries change nothing
     */
    Mono<Handled> handle(CallRow call, String messageKey, CallEvent event) {
        return calls.isNew(call.id(), messageKey)
                .flatMap(isNew -> isNew ? advance(call, event) : Mono.just(unchanged(call)));
    }

    /** The same for what cannot come twice. */
    Mono<Handled> advance(CallRow call, CallEvent event) {
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

    private record Seen(Handled handled, CallView view) {}
}
