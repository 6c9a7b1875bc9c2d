package de.dolmetscherhotline.call.sweep;

import de.dolmetscherhotline.call.CallDesk;
import de.dolmetscherhotline.call.Telephony;
import de.dolmetscherhotline.call.flow.CallEvent.LegOver;
import de.dolmetscherhotline.call.flow.LegEnd;
import de.dolmetscherhotline.call.guest.GuestLegs;
import de.dolmetscherhotline.call.store.CallSettings;
import de.dolmetscherhotline.call.store.CallWork;
import de.dolmetscherhotline.call.store.Calls;
import de.dolmetscherhotline.call.sweep.OpenLegs.OpenLeg;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkQueue;
import de.dolmetscherhotline.work.WorkResult;
import de.dolmetscherhotline.work.WorkResult.NotBefore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares our calls with the telephone network, again and again, and repairs what they disagree about: a message was lost,
 * or work was given up. Belongs to no call; one row of work for the installation, so that one process at a time does it.
 *
 * <p>Harmless at any moment. What is younger than the grace is left alone, for its messages may still be under way; the list
 * of legs is only a suspicion, each is asked for once more before anything is done; and what is then told to the call is what
 * the lost message would have told. A sweep that fails changes nothing more; the next one follows.
 */
@Component
class SweepWork implements WorkHandler {

    static final String KIND = "sweep";

    private static final Logger log = LoggerFactory.getLogger(SweepWork.class);
    private static final String REPAIRS = "hotline.sweep.repairs";
    private static final Duration GRACE = Duration.ofSeconds(15);

    /** Less than an attempt at work may take. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    /** How long after the last conversation may have ended legs are still looked for that should not exist. */
    private static final Duration AFTERMATH = Duration.ofHours(2);

    private static final Duration REVIVED_FOR = Duration.ofDays(1);
    private static final int AT_ONCE = 4;

    private final OpenLegs legs;
    private final Calls calls;
    private final Telephony telephony;
    private final CallDesk desk;
    private final GuestLegs guests;
    private final CallWork callWork;
    private final WorkQueue work;
    private final TransactionalOperator transaction;
    private final CallSettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;

    SweepWork(
            OpenLegs legs,
            Calls calls,
            Telephony telephony,
            CallDesk desk,
            GuestLegs guests,
            CallWork callWork,
            WorkQueue work,
            TransactionalOperator transaction,
            CallSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.legs = legs;
        this.calls = calls;
        this.telephony = telephony;
        this.desk = desk;
        this.guests = guests;
        this.callWork = callWork;
        this.work = work;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
        List.of(Repair.values()).forEach(repair -> count(repair, 0));
    }

    /** What was put right; a word of the metric. */
    private enum Repair {
        CALLER_GONE,
        INTERPRETER_GONE,
        GUEST_GONE,
        LEG_LEFT_OVER,
        WORK_REVIVED,
        DEADLINES_SET_AGAIN
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        return Mono.defer(() -> sweep(clock.instant()))
                .timeout(LONGEST)
                .doOnError(error -> log.warn("sweep broken off, the next one goes on: {}", error.toString()))
                .onErrorComplete()
                .then(Mono.fromSupplier(() -> new NotBefore(clock.instant().plus(settings.sweep()))));
    }

    private Mono<Void> sweep(Instant now) {
        return legs.begunBefore(now.minus(GRACE))
                .collectList()
                .flatMap(open -> wakeUp(open, now).then(compare(open, now)));
    }

    /** Deadlines and orders that nobody waits for any more. */
    private Mono<Void> wakeUp(List<OpenLeg> open, Instant now) {
        var affected = open.stream().map(OpenLeg::call).collect(Collectors.toUnmodifiableSet());
        var withDeadlines = open.stream()
                .filter(leg -> leg.guest() == null)
                .map(OpenLeg::call)
                .collect(Collectors.toUnmodifiableSet());
        return affected.isEmpty() ? Mono.empty() : revive(affected, now).then(setDeadlinesAgain(withDeadlines));
    }

    private Mono<Void> revive(Set<CallId> affected, Instant now) {
        return work.revive(affected, now.minus(REVIVED_FOR))
                .doOnNext(revived -> count(Repair.WORK_REVIVED, revived))
                .then();
    }

    private Mono<Void> setDeadlinesAgain(Set<CallId> affected) {
        return legs.stranded(affected).concatMap(this::setDeadlinesAgain).then();
    }

    private Mono<Void> setDeadlinesAgain(CallId call) {
        return calls.state(call)
                .flatMapIterable(Deadlines::thatMayFit)
                .concatMap(timeout -> callWork.arm(call, timeout, settings.until(timeout)))
                .then()
                .as(transaction::transactional)
                .doOnSuccess(done -> count(Repair.DEADLINES_SET_AGAIN, 1))
                .as(this::byItself);
    }

    /** What cannot be repaired must not keep the rest from it. */
    private Mono<Void> byItself(Mono<?> repair) {
        return repair.doOnError(error -> log.warn("could not be repaired now: {}", error.toString()))
                .onErrorComplete()
                .then();
    }

    private Mono<Void> compare(List<OpenLeg> open, Instant now) {
        return isQuiet(open, now)
                .filter(quiet -> !quiet)
                .flatMap(busy -> telephony.liveLegs())
                .flatMap(live -> endThoseGone(open, live, now).then(hangUpLeftOvers(live, now)));
    }

    /** Nothing is up, and nothing can have been left behind. */
    private Mono<Boolean> isQuiet(List<OpenLeg> open, Instant now) {
        return open.isEmpty()
                ? legs.anyCallSince(now.minus(settings.session()).minus(AFTERMATH))
                        .map(any -> !any)
                : Mono.just(false);
    }

    private Mono<Void> endThoseGone(List<OpenLeg> open, Set<String> live, Instant now) {
        return Flux.fromIterable(open)
                .filter(leg -> leg.sid() != null && !live.contains(leg.sid()))
                .flatMap(leg -> endIfGone(leg, String.valueOf(leg.sid()), now), AT_ONCE)
                .then();
    }

    private Mono<Void> endIfGone(OpenLeg leg, String sid, Instant now) {
        return telephony.endOf(sid).flatMap(end -> tell(leg, sid, end, now)).as(this::byItself);
    }

    private Mono<?> tell(OpenLeg leg, String sid, LegEnd end, Instant now) {
        var key = "sweep/" + now;
        var guest = leg.guest();
        if (guest != null) {
            return guests.over(guest, sid, end).filter(anew -> anew).doOnNext(told -> count(Repair.GUEST_GONE, 1));
        }
        var offer = leg.offer();
        return offer == null ? tellCallerGone(sid, key) : tellInterpreterGone(offer, sid, key + "/" + offer, end);
    }

    private Mono<?> tellCallerGone(String sid, String key) {
        return desk.callerHungUp(sid, key).doOnNext(told -> count(Repair.CALLER_GONE, 1));
    }

    private Mono<?> tellInterpreterGone(OfferId offer, String sid, String key, LegEnd end) {
        return desk.receive(sid, key, new LegOver(offer, end)).doOnNext(told -> count(Repair.INTERPRETER_GONE, 1));
    }

    private Mono<Void> hangUpLeftOvers(Set<String> live, Instant now) {
        return live.isEmpty()
                ? Mono.empty()
                : legs.overSince(now.minus(GRACE), live)
                        .flatMap(this::hangUpIfUp, AT_ONCE)
                        .then();
    }

    private Mono<Void> hangUpIfUp(String sid) {
        return telephony
                .endOf(sid)
                .hasElement()
                .filter(over -> !over)
                .flatMap(up -> telephony.hangUp(sid))
                .doOnNext(done -> count(Repair.LEG_LEFT_OVER, 1))
                .as(this::byItself);
    }

    private void count(Repair repair, long howMany) {
        metrics.counter(REPAIRS, "kind", repair.name().toLowerCase(Locale.ROOT)).increment((double) howMany);
    }
}
