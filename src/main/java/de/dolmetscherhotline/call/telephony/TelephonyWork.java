package de.dolmetscherhotline.call.telephony;

import de.dolmetscherhotline.call.CallDesk;
import de.dolmetscherhotline.call.Telephony;
import de.dolmetscherhotline.call.Telephony.Dialled;
import de.dolmetscherhotline.call.Telephony.LegLife;
import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.DialDropped;
import de.dolmetscherhotline.call.flow.CallEvent.DialUnclear;
import de.dolmetscherhotline.call.flow.CallEvent.LegOver;
import de.dolmetscherhotline.call.flow.CallEvent.LegPlaced;
import de.dolmetscherhotline.call.flow.CallEvent.NumberRefused;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.Command;
import de.dolmetscherhotline.call.flow.Command.CancelLeg;
import de.dolmetscherhotline.call.flow.Command.CheckRoom;
import de.dolmetscherhotline.call.flow.Command.Dial;
import de.dolmetscherhotline.call.flow.Command.DialCaller;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.HangUpLeg;
import de.dolmetscherhotline.call.flow.Command.MoveCaller;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.call.flow.LegEnd;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.search.DialRate;
import de.dolmetscherhotline.call.store.CallSettings;
import de.dolmetscherhotline.call.store.CallWork;
import de.dolmetscherhotline.call.store.Calls;
import de.dolmetscherhotline.call.store.FlowJson;
import de.dolmetscherhotline.call.store.OfferLog;
import de.dolmetscherhotline.call.store.OfferLog.Leg;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Does after the commit what the flow wants of the telephone network, and tells the call what came of it. Everything may
 * be done twice without harm but dialling: that is claimed first ({@link OfferLog#beginDial}) and never repeated unless
 * the network says that it did not dial.
 */
@Component
public class TelephonyWork implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(TelephonyWork.class);

    private final Telephony telephony;
    private final DialGuard dialGuard;
    private final RingBack ringBack;
    private final OfferLog offers;
    private final Calls calls;
    private final CallDesk desk;
    private final DialRate dialRate;
    private final FlowJson json;
    private final CallSettings settings;
    private final Clock clock;

    TelephonyWork(
            Telephony telephony,
            DialGuard dialGuard,
            RingBack ringBack,
            OfferLog offers,
            Calls calls,
            CallDesk desk,
            DialRate dialRate,
            FlowJson json,
            CallSettings settings,
            Clock clock) {
        this.telephony = telephony;
        this.dialGuard = dialGuard;
        this.ringBack = ringBack;
        this.offers = offers;
        this.calls = calls;
        this.desk = desk;
        this.dialRate = dialRate;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return CallWork.TELEPHONY;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        return ask(item).onErrorResume(Telephony.NotNow.class, notNow -> notBefore(notNow.pause()));
    }

    private Mono<WorkResult> ask(WorkItem item) {
        return switch (json.readCommand(item.payload())) {
            case Dial dial -> withLeg(dial.offer(), leg -> dial(item, dial, leg));
            case DialCaller dial -> ringBack.attempt(item, dial);
            case CancelLeg cancel -> withLeg(cancel.offer(), leg -> cancel(item, cancel.offer(), leg));
            case MoveLeg move -> onLeg(item, move.offer(), sid -> telephony.moveInterpreter(move.offer(), sid));
            case HangUpLeg hangUp -> onLeg(item, hangUp.offer(), telephony::hangUp);
            case MoveCaller move -> moveCaller(item);
            case HangUpCaller hangUp -> onCaller(item, telephony::hangUp);
            case CheckRoom check -> checkRoom(item, check);
            case Command other -> Mono.error(new IllegalStateException("not telephony: " + other.getClass()));
        };
    }

    private Mono<WorkResult> withLeg(OfferId offer, Function<Leg, Mono<WorkResult>> deed) {
        return offers.leg(offer).flatMap(deed).defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<WorkResult> dial(WorkItem item, Dial dial, Leg leg) {
        if (leg.decided() || !leg.isDue()) {
            return dropOrDoubt(item, dial.offer(), leg);
        }
        return (dial.urgent() ? dialRate.takeInEmergency() : dialRate.take())
                .flatMap(wait -> wait.isZero() ? dialNow(item, dial.offer(), leg) : notBefore(wait));
    }

    /** Nobody needs the leg any more; or an earlier attempt died in the middle, and may have dialled. */
    private Mono<WorkResult> dropOrDoubt(WorkItem item, OfferId offer, Leg leg) {
        return leg.isDue() ? drop(item, offer) : tell(item, new DialUnclear(offer));
    }

    private Mono<WorkResult> dialNow(WorkItem item, OfferId offer, Leg leg) {
        return offers.beginDial(offer)
                .flatMap(mayDial -> mayDial
                        ? dialGuard
                                .dial(offer, leg.line(), leg.phone(), settings.ring())
                                .flatMap(dialled -> dialled(item, offer, dialled))
                        : drop(item, offer));
    }

    private Mono<WorkResult> dialled(WorkItem item, OfferId offer, Dialled dialled) {
        return switch (dialled) {
            case Dialled.Placed placed -> offers.placed(offer, placed.leg()).then(tell(item, new LegPlaced(offer)));
            case Dialled.NumberRefused refused -> offers.refused(offer).then(tell(item, new NumberRefused(offer)));
            case Dialled.Refused refused -> {
                log.error("the telephone network refuses to dial: code {}", refused.code());
                yield offers.refused(offer).then(tell(item, new DialDropped(offer)));
            }
            case Dialled.TooMany tooMany -> offers.dialAgain(offer).then(notBefore(tooMany.pause()));
            case Dialled.Unclear unclear -> {
                log.warn("offer {}: not known whether the network dials: {}", offer, unclear.reason());
                yield tell(item, new DialUnclear(offer));
            }
        };
    }

    private Mono<WorkResult> notBefore(Duration wait) {
        return Mono.just(new WorkResult.NotBefore(clock.instant().plus(wait)));
    }

    private Mono<WorkResult> drop(WorkItem item, OfferId offer) {
        return offers.dropDial(offer)
                .flatMap(dropped -> dropped ? tell(item, new DialDropped(offer)) : Mono.just(WorkResult.DONE));
    }

    /** A leg that is not known yet is cancelled when the network names it. */
    private Mono<WorkResult> cancel(WorkItem item, OfferId offer, Leg leg) {
        var sid = leg.sid();
        if (sid == null) {
            return drop(item, offer);
        }
        return telephony.cancel(sid).flatMap(life -> legTold(item, offer, life, LegEnd.CANCELED));
    }

    private Mono<WorkResult> onLeg(WorkItem item, OfferId offer, Function<String, Mono<LegLife>> request) {
        return offers.leg(offer)
                .flatMap(leg -> Mono.justOrEmpty(leg.sid()))
                .flatMap(request)
                .flatMap(life -> legTold(item, offer, life, LegEnd.COMPLETED))
                .defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<WorkResult> legTold(WorkItem item, OfferId offer, LegLife life, LegEnd end) {
        return life == LegLife.OVER ? tell(item, new LegOver(offer, end)) : Mono.just(WorkResult.DONE);
    }

    private Mono<WorkResult> onCaller(WorkItem item, Function<String, Mono<LegLife>> request) {
        return calls.leg(item.ofCall())
                .flatMap(request)
                .flatMap(life -> life == LegLife.OVER ? tell(item, new CallerHungUp()) : Mono.just(WorkResult.DONE))
                .defaultIfEmpty(WorkResult.DONE);
    }

    /** The caller's own keys may have led into the room in the meantime. */
    private Mono<WorkResult> moveCaller(WorkItem item) {
        return calls.state(item.ofCall())
                .filter(state -> !Scenes.callerIsInRoom(state))
                .flatMap(state -> onCaller(item, sid -> telephony.moveCaller(item.ofCall(), sid)))
                .defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<WorkResult> checkRoom(WorkItem item, CheckRoom check) {
        return offers.leg(check.room())
                .flatMap(leg -> telephony
                        .legsIn(check.room(), leg.roomSid())
                        .flatMap(present -> calls.leg(item.ofCall())
                                .flatMap(caller -> tell(item, seen(check, present, caller, leg)))))
                .defaultIfEmpty(WorkResult.DONE);
    }

    private static RoomSeen seen(CheckRoom check, Set<String> present, String caller, Leg interpreter) {
        var sid = interpreter.sid();
        return new RoomSeen(check.room(), check.look(), present.contains(caller), sid != null && present.contains(sid));
    }

    private Mono<WorkResult> tell(WorkItem item, CallEvent event) {
        return desk.receive(item.ofCall(), "work/" + item.id(), event).thenReturn(WorkResult.DONE);
    }
}
