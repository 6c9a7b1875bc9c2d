package de.dolmetscherhotline.call.telephony;

import de.dolmetscherhotline.call.CallDesk;
import de.dolmetscherhotline.call.Telephony;
import de.dolmetscherhotline.call.Telephony.Dialled;
import de.dolmetscherhotline.call.flow.CallEvent.RecallFailed;
import de.dolmetscherhotline.call.flow.Command.DialCaller;
import de.dolmetscherhotline.call.search.DialRate;
import de.dolmetscherhotline.call.store.CallSettings;
import de.dolmetscherhotline.call.store.Callbacks;
import de.dolmetscherhotline.call.store.Callbacks.Recall;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rings an organisation that wants to be called back, under its number on record. Claimed first, so that it rings once. */
@Component
class RingBack {

    private static final Duration WHILE_ENGAGED = Duration.ofSeconds(1);

    private final Telephony telephony;
    private final DialGuard dialGuard;
    private final DialRate dialRate;
    private final Callbacks callbacks;
    private final CallDesk desk;
    private final CallSettings settings;
    private final Clock clock;

    RingBack(
            Telephony telephony,
            DialGuard dialGuard,
            DialRate dialRate,
            Callbacks callbacks,
            CallDesk desk,
            CallSettings settings,
            Clock clock) {
        this.telephony = telephony;
        this.dialGuard = dialGuard;
        this.dialRate = dialRate;
        this.callbacks = callbacks;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Rings it, if this attempt is still wanted. One that died in the middle is not repeated; the deadline of the attempt
     * takes care of that.
     */
    Mono<WorkResult> attempt(WorkItem item, DialCaller dial) {
        return callbacks
                .due(item.ofCall(), dial.recall())
                .flatMap(due -> due.engaged() ? notBefore(WHILE_ENGAGED) : inTurn(item, dial, due))
                .defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<WorkResult> inTurn(WorkItem item, DialCaller dial, Recall due) {
        var turn = dial.urgent() ? dialRate.takeInEmergency() : dialRate.take();
        return turn.flatMap(wait -> wait.isZero() ? ringBackNow(item, dial.recall(), due) : notBefore(wait));
    }

    private Mono<WorkResult> ringBackNow(WorkItem item, int recall, Recall due) {
        return callbacks
                .begin(item.ofCall(), recall)
                .filter(mayDial -> mayDial)
                .flatMap(mayDial -> dialGuard.ringBack(item.ofCall(), recall, due.line(), due.phone(), settings.ring()))
                .flatMap(dialled -> rungBack(item, recall, dialled))
                .defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<WorkResult> rungBack(WorkItem item, int recall, Dialled dialled) {
        return switch (dialled) {
            case Dialled.Placed placed ->
                callbacks
                        .placed(item.ofCall(), recall, placed.leg())
                        .flatMap(wanted -> wanted ? Mono.just(WorkResult.DONE) : hangUpOrphan(placed.leg()));
            case Dialled.NumberRefused refused -> failed(item, recall);
            case Dialled.Refused refused -> failed(item, recall);
            case Dialled.TooMany tooMany ->
                callbacks.again(item.ofCall(), recall).then(notBefore(tooMany.pause()));
            case Dialled.Unclear unclear -> Mono.just(WorkResult.DONE);
        };
    }

    private Mono<WorkResult> hangUpOrphan(String leg) {
        return telephony.hangUp(leg).thenReturn(WorkResult.DONE);
    }

    private Mono<WorkResult> failed(WorkItem item, int recall) {
        return desk.receive(item.ofCall(), "work/" + item.id(), new RecallFailed(recall))
                .thenReturn(WorkResult.DONE);
    }

    private Mono<WorkResult> notBefore(Duration wait) {
        return Mono.just(new WorkResult.NotBefore(clock.instant().plus(wait)));
    }
}
