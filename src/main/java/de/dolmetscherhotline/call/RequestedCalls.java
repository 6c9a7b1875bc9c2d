package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.admission.CallerBook;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.AtUnknownLine;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.Blocked;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromOrganisation;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromUnknownNumber;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.OverLimit;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.WhenClosed;
import de.dolmetscherhotline.call.flow.ClosedHours.Choice;
import de.dolmetscherhotline.call.flow.Request;
import de.dolmetscherhotline.call.store.Callbacks;
import de.dolmetscherhotline.call.store.Calls;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.work.WorkQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Calls that nobody dials: the interpreter is found first, then the organisation is rung under a number on record. From
 * there on they are calls as all others; how they end is told to the {@link RequestWatcher}s.
 */
@Component
public class RequestedCalls {

    private final CallerBook callers;
    private final Callbacks callbacks;
    private final Calls calls;
    private final WorkQueue work;
    private final TransactionalOperator transaction;

    RequestedCalls(
            CallerBook callers, Callbacks callbacks, Calls calls, WorkQueue work, TransactionalOperator transaction) {
        this.callers = callers;
        this.callbacks = callbacks;
        this.calls = calls;
        this.work = work;
        this.transaction = transaction;
    }

    /**
     * Begins one within the transaction of the caller, who nudges the work after its commit.
     *
     * @param number one of the organisation's on record
     */
    public Mono<Admission> begin(CallId id, Line line, Organisation organisation, PhoneNumber number, Need need) {
        return callers.arrival(line, organisation).flatMap(arrival -> begin(id, line, arrival, number, need));
    }

    /**
     * Begins one that was agreed upon beforehand, whatever the hour and the limits of the day: she is asked first, and others
     * only if she does not come to the telephone. Asked twice for the same id, it begins once.
     *
     * @param number one of the organisation's on record
     */
    public Mono<Void> beginAgreed(
            CallId id, Line line, Organisation organisation, PhoneNumber number, Need need, InterpreterId agreed) {
        var request = Request.inWriting(callers.caller(organisation, line), need);
        return calls.state(id)
                .hasElement()
                .flatMap(begun -> begun ? Mono.empty() : callbacks.request(id, line, number, request, agreed))
                .as(transaction::transactional)
                .doOnSuccess(done -> work.nudge());
    }

    private Mono<Admission> begin(CallId id, Line line, Arrival arrival, PhoneNumber number, Need need) {
        return switch (arrival) {
            case FromOrganisation known ->
                callbacks
                        .request(id, line, number, Request.inWriting(known.caller(), need), null)
                        .thenReturn(Admission.ADMITTED);
            case WhenClosed closed ->
                need.emergency() && closed.hours().choices().contains(Choice.EMERGENCY)
                        ? begin(id, line, closed.open(), number, need)
                        : Mono.just(Admission.CLOSED);
            case Blocked blocked -> Mono.just(Admission.BLOCKED);
            case OverLimit over -> Mono.just(Admission.OVER_LIMIT);
            case AtUnknownLine impossible -> throw new IllegalStateException("the line is known");
            case FromUnknownNumber impossible -> throw new IllegalStateException("the organisation is known");
        };
    }
}
