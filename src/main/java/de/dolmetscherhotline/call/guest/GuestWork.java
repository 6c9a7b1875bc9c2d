package de.dolmetscherhotline.call.guest;

import de.dolmetscherhotline.call.Telephony;
import de.dolmetscherhotline.call.Telephony.Dialled;
import de.dolmetscherhotline.call.Telephony.LegLife;
import de.dolmetscherhotline.call.flow.LegEnd;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Scenes.GuestScene;
import de.dolmetscherhotline.call.guest.GuestBook.Dial;
import de.dolmetscherhotline.call.guest.GuestBook.Row;
import de.dolmetscherhotline.call.search.DialRate;
import de.dolmetscherhotline.call.store.CallRow;
import de.dolmetscherhotline.call.store.CallWork;
import de.dolmetscherhotline.call.store.Calls;
import de.dolmetscherhotline.call.store.FlowJson;
import de.dolmetscherhotline.call.store.OfferLog;
import de.dolmetscherhotline.call.telephony.DialGuard;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkQueue;
import de.dolmetscherhotline.work.WorkResult;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does in the telephone network what third parties need. Everything looks at how things stand when it is done, and may be done
 * twice without harm, but ringing: that is claimed first and never repeated unless the network says that it did not ring.
 */
@Component
class GuestWork implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(GuestWork.class);

    private final Telephony telephony;
    private final DialGuard dialGuard;
    private final DialRate dialRate;
    private final GuestBook book;
    private final Guests guests;
    private final GuestLegs legs;
    private final GuestNews news;
    private final Calls calls;
    private final OfferLog offers;
    private final FlowJson json;
    private final GuestSettings settings;
    private final TransactionalOperator transaction;
    private final WorkQueue work;
    private final Clock clock;

    GuestWork(
            Telephony telephony,
            DialGuard dialGuard,
            DialRate dialRate,
            GuestBook book,
            Guests guests,
            GuestLegs legs,
            GuestNews news,
            Calls calls,
            OfferLog offers,
            FlowJson json,
            GuestSettings settings,
            TransactionalOperator transaction,
            WorkQueue work,
            Clock clock) {
        this.telephony = telephony;
        this.dialGuard = dialGuard;
        this.dialRate = dialRate;
        this.book = book;
        this.guests = guests;
        this.legs = legs;
        this.news = news;
        this.calls = calls;
        this.offers = offers;
        this.json = json;
        this.settings = settings;
        this.transaction = transaction;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return CallWork.GUESTS;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        var order = json.readGuestOrder(item.payload());
        var deed = switch (order.deed()) {
            case FOLLOW -> follow(item.ofCall());
            case HOLD -> hold(order.ofGuest());
            case STOP -> stop(order.ofGuest());
            case DIAL -> dial(order.ofGuest());
            case DIAL_OVERDUE -> overdue(order.ofGuest(), GuestState.DIALLING, GuestState.FAILED);
            case RING_OVERDUE -> overdue(order.ofGuest(), GuestState.RINGING, GuestState.NO_ANSWER);
            case KEY_OVERDUE -> overdue(order.ofGuest(), GuestState.ANSWERED, GuestState.NO_KEY);
        };
        return deed.delayUntil(done -> news.tell(item.ofCall()))
                .onErrorResume(Telephony.NotNow.class, notNow -> notBefore(notNow.pause()));
    }

    /** The conversation has changed. */
    private Mono<WorkResult> follow(CallId call) {
        return calls.lock(call)
                .flatMapMany(row -> book.open(call).collectList().flatMapMany(open -> toMove(row, open)))
                .as(transaction::transactional)
                .collectList()
                .doOnNext(moved -> work.nudge())
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::move)
                .then(Mono.just(WorkResult.DONE));
    }

    /** Those whose legs must ask anew what there is to hear; if it is all over, ends everybody's part instead. */
    private Flux<Row> toMove(CallRow call, Iterable<Row> open) {
        var all = Flux.fromIterable(open);
        return switch (Scenes.forGuests(call.state())) {
            case GuestScene.Over over ->
                all.concatMap(row -> guests.end(row, GuestState.CALL_OVER)).thenMany(Flux.empty());
            case GuestScene.Talk talk ->
                all.filter(
                        row -> row.state() == GuestState.JOINED && !talk.room().equals(row.room()));
            case GuestScene.Break pause -> all.filter(row -> row.room() != null);
        };
    }

    private Mono<Void> move(Row row) {
        return Mono.justOrEmpty(row.leg())
                .flatMap(leg -> telephony.moveGuest(row.id(), leg).flatMap(life -> told(row.id(), leg, life)));
    }

    private Mono<Void> told(GuestId guest, String leg, LegLife life) {
        return life == LegLife.OVER ? legs.over(guest, leg, LegEnd.COMPLETED).then() : Mono.empty();
    }

    private Mono<WorkResult> hold(GuestId guest) {
        return book.byId(guest)
                .filter(row -> GuestState.TALKING.contains(row.state()))
                .flatMap(row -> roomOf(row.call()).flatMap(room -> hold(row, room)))
                .defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<OfferId> roomOf(CallId call) {
        return calls.state(call)
                .map(Scenes::forGuests)
                .ofType(GuestScene.Talk.class)
                .map(GuestScene.Talk::room);
    }

    private Mono<WorkResult> hold(Row row, OfferId room) {
        var held = row.state() == GuestState.HELD;
        return Mono.justOrEmpty(row.leg())
                .flatMap(leg -> roomSid(room)
                        .flatMap(sid -> telephony.hold(room, sid.orElse(null), row.id(), leg, held))
                        .flatMap(done -> done || held ? Mono.empty() : move(row)))
                .then(Mono.defer(() -> onceMoreIfChanged(row)));
    }

    private Mono<Optional<String>> roomSid(OfferId room) {
        return offers.leg(room).map(leg -> Optional.ofNullable(leg.roomSid())).defaultIfEmpty(Optional.empty());
    }

    /** Two orders may have met in the network in the wrong order: what holds now is said last. */
    private Mono<WorkResult> onceMoreIfChanged(Row row) {
        return book.byId(row.id())
                .filter(now -> GuestState.TALKING.contains(now.state()) && now.state() != row.state())
                .flatMap(changed -> notBefore(Duration.ZERO))
                .defaultIfEmpty(WorkResult.DONE);
    }

    /** A leg that is not known yet is stopped when the network names it. One that was picked up hears a goodbye. */
    private Mono<WorkResult> stop(GuestId guest) {
        return book.byId(guest)
                .filter(row -> row.state().isOver())
                .flatMap(row -> Mono.justOrEmpty(row.leg())
                        .flatMap(leg -> row.answered() ? telephony.moveGuest(guest, leg) : telephony.cancel(leg)))
                .map(life -> WorkResult.DONE)
                .defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<WorkResult> dial(GuestId guest) {
        return book.due(guest).flatMap(dial -> inTurn(guest, dial)).defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<WorkResult> inTurn(GuestId guest, Dial dial) {
        return dialRate.take().flatMap(wait -> wait.isZero() ? dialNow(guest, dial) : notBefore(wait));
    }

    private Mono<WorkResult> dialNow(GuestId guest, Dial dial) {
        return book.begin(guest)
                .filter(mayDial -> mayDial)
                .flatMap(mayDial -> dialGuard.dialGuest(guest, dial.line(), dial.phone(), settings.ring()))
                .flatMap(dialled -> dialled(guest, dialled))
                .defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<WorkResult> dialled(GuestId guest, Dialled dialled) {
        return switch (dialled) {
            case Dialled.Placed placed -> placed(guest, placed.leg());
            case Dialled.NumberRefused refused -> refused(guest, GuestState.UNREACHABLE);
            case Dialled.Refused refused -> {
                log.error("the telephone network refuses to ring a guest: code {}", refused.code());
                yield refused(guest, GuestState.FAILED);
            }
            case Dialled.TooMany tooMany ->
                book.again(guest).flatMap(wanted -> wanted ? notBefore(tooMany.pause()) : Mono.just(WorkResult.DONE));
            case Dialled.Unclear unclear -> {
                log.warn("guest {}: not known whether the network rings: {}", guest, unclear.reason());
                yield Mono.just(WorkResult.DONE);
            }
        };
    }

    /** Another leg may have come first, from a request that seemed to have failed. */
    private Mono<WorkResult> placed(GuestId guest, String leg) {
        return book.placed(guest, leg)
                .flatMap(own -> own
                        ? legs.placed(guest, leg).thenReturn(WorkResult.DONE)
                        : telephony.hangUp(leg).thenReturn(WorkResult.DONE));
    }

    private Mono<WorkResult> refused(GuestId guest, GuestState fate) {
        return book.refused(guest).then(book.end(guest, fate)).thenReturn(WorkResult.DONE);
    }

    private Mono<WorkResult> overdue(GuestId guest, GuestState stuckIn, GuestState fate) {
        return calls.lockByGuest(guest)
                .flatMap(call -> book.byId(guest))
                .filter(row -> row.state() == stuckIn)
                .flatMap(row -> guests.end(row, fate).thenReturn(row))
                .as(transaction::transactional)
                .doOnNext(ended -> work.nudge())
                .then(Mono.just(WorkResult.DONE));
    }

    private Mono<WorkResult> notBefore(Duration wait) {
        return Mono.just(new WorkResult.NotBefore(clock.instant().plus(wait)));
    }
}
