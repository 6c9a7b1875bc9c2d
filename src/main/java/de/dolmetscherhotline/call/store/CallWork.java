package de.dolmetscherhotline.call.store;

import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallEvent.SeekAgainDue;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.Command.Effect;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.work.WorkQueue;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What a transaction leaves to be done after its commit: deeds in the telephone network, deadlines, and news for a call of
 * ours, which it does not lock.
 */
@Component
public class CallWork {

    /** Work that {@code TelephonyWork} does. */
    public static final String TELEPHONY = "telephony";

    /** Work that {@code TimerWork} does: an event for the call, now or later. */
    public static final String TIMER = "timer";

    /** Work that {@code GuestWork} does: a deed for a third party, now or later. */
    public static final String GUESTS = "guests";

    /** As urgent as moving a leg, and ahead of all other deeds. */
    private static final int SOON = 30;

    /** Who is found must be dialled before others are looked for, and before that texts are sent (ADR 9). */
    private static final int LOOKING = -20;

    private final WorkQueue work;
    private final FlowJson json;

    CallWork(WorkQueue work, FlowJson json) {
        this.work = work;
        this.json = json;
    }

    /**
     * Something is to be done in the telephone network.
     *
     * @param urgency higher ones first
     */
    public Mono<Void> order(CallId call, Effect deed, int urgency) {
        return work.enqueue(TELEPHONY, call, json.write(deed), urgency, Duration.ZERO);
    }

    /** The call hears of its deadline after the delay. */
    public Mono<Void> arm(CallId call, Timeout timeout, Duration delay) {
        var urgency = timeout instanceof SeekAgainDue ? LOOKING : SOON;
        return work.enqueue(TIMER, call, json.write(timeout), urgency, delay);
    }

    /** The call hears of it as soon as this transaction is over. */
    public Mono<Void> tell(CallId call, CallEvent news) {
        return work.enqueue(TIMER, call, json.write(news), SOON, Duration.ZERO);
    }

    /** Something is to be done about a third party after the delay. */
    public Mono<Void> order(CallId call, GuestOrder order, Duration delay) {
        return work.enqueue(GUESTS, call, json.write(order), order.deed().urgency(), delay);
    }
}
