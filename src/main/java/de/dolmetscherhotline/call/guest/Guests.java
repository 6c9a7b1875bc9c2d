package de.dolmetscherhotline.call.guest;

import de.dolmetscherhotline.call.guest.Invitation.Invited;
import de.dolmetscherhotline.call.guest.Invitation.Refused;
import de.dolmetscherhotline.call.store.CallRow;
import de.dolmetscherhotline.call.store.CallWork;
import de.dolmetscherhotline.call.store.Calls;
import de.dolmetscherhotline.call.store.GuestOrder;
import de.dolmetscherhotline.call.store.GuestOrder.Deed;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What whoever asked for the interpreter can do about third parties. Each method is one transaction that locks the call; what
 * is to be done in the telephone network follows as work. All are empty if there is no such call, or if it is not the call of
 * the organisation on whose behalf somebody asks.
 */
@Component
public class Guests {

    private final Calls calls;
    private final GuestBook book;
    private final GuestAdmission admission;
    private final GuestSettings settings;
    private final GuestNews news;
    private final CallWork callWork;
    private final WorkQueue work;
    private final TransactionalOperator transaction;
    private final MeterRegistry metrics;

    Guests(
            Calls calls,
            GuestBook book,
            GuestAdmission admission,
            GuestSettings settings,
            GuestNews news,
            CallWork callWork,
            WorkQueue work,
            TransactionalOperator transaction,
            MeterRegistry metrics) {
        this.calls = calls;
        this.book = book;
        this.admission = admission;
        this.settings = settings;
        this.news = news;
        this.callWork = callWork;
        this.work = work;
        this.transaction = transaction;
        this.metrics = metrics;
    }

    /**
     * Rings somebody into the conversation.
     *
     * @param behalf whose call it must be; null for any
     */
    public Mono<Invitation> invite(CallId call, @Nullable OrganisationId behalf, PhoneNumber number) {
        return locked(call, behalf)
                .flatMap(row -> admission
                        .refusal(row, number)
                        .<Invitation>map(Refused::new)
                        .switchIfEmpty(Mono.defer(() -> invited(row.id(), number))))
                .as(deed -> committed(call, deed))
                .doOnNext(this::count);
    }

    private Mono<Invitation> invited(CallId call, PhoneNumber number) {
        var guest = GuestId.random();
        return book.add(guest, call, number)
                .then(Mono.defer(() -> order(call, Deed.DIAL, guest, Duration.ZERO)))
                .then(Mono.defer(() -> order(call, Deed.DIAL_OVERDUE, guest, settings.placing())))
                .thenReturn(new Invited(guest));
    }

    /** All who were invited into a call, in that order. */
    public Mono<List<Guest>> of(CallId call, @Nullable OrganisationId behalf) {
        return book.ofCall(call, behalf);
    }

    /**
     * Lets a guest hear music instead of the conversation, or takes it back. Empty also if there is no such guest.
     *
     * @return false if it is not in the conversation
     */
    public Mono<Boolean> hold(CallId call, @Nullable OrganisationId behalf, GuestId guest, boolean held) {
        return locked(call, behalf)
                .flatMap(row -> ofCall(call, guest))
                .flatMap(row -> hold(row, held))
                .as(deed -> committed(call, deed));
    }

    private Mono<Boolean> hold(GuestBook.Row row, boolean held) {
        return book.hold(row.id(), held)
                .flatMap(changed -> changed
                        ? order(row.call(), Deed.HOLD, row.id(), Duration.ZERO).thenReturn(true)
                        : Mono.just(row.state() == (held ? GuestState.HELD : GuestState.JOINED)));
    }

    /** Ends a guest's part in the conversation, or stops ringing; true, also if it was over. Empty also if there is none. */
    public Mono<Boolean> drop(CallId call, @Nullable OrganisationId behalf, GuestId guest) {
        return locked(call, behalf)
                .flatMap(row -> ofCall(call, guest))
                .flatMap(row -> end(row, GuestState.DROPPED).thenReturn(true))
                .as(deed -> committed(call, deed));
    }

    /** Within a transaction: it is over, and its leg is to go. */
    Mono<Void> end(GuestBook.Row row, GuestState fate) {
        return book.end(row.id(), fate)
                .filter(ended -> ended)
                .flatMap(ended -> order(row.call(), Deed.STOP, row.id(), Duration.ZERO));
    }

    private Mono<Void> order(CallId call, Deed deed, GuestId guest, Duration delay) {
        return callWork.order(call, GuestOrder.of(deed, guest), delay);
    }

    private Mono<CallRow> locked(CallId call, @Nullable OrganisationId behalf) {
        return calls.lock(call).filterWhen(row -> book.isCallOf(call, behalf));
    }

    private Mono<GuestBook.Row> ofCall(CallId call, GuestId guest) {
        return book.byId(guest).filter(row -> row.call().equals(call));
    }

    private <T> Mono<T> committed(CallId call, Mono<T> deed) {
        return deed.as(transaction::transactional)
                .doOnNext(done -> work.nudge())
                .delayUntil(done -> news.tell(call));
    }

    private void count(Invitation invitation) {
        var result = switch (invitation) {
            case Invited invited -> "invited";
            case Refused refused -> refused.why().name().toLowerCase(Locale.ROOT);
        };
        metrics.counter("hotline.guests", "result", result).increment();
    }
}
