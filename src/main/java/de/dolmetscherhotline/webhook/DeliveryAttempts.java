package de.dolmetscherhotline.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Attempts to tell receivers something, as many at once as there are lanes, and what is noted of each. */
@Component
class DeliveryAttempts {

    private final Receivers receivers;
    private final AttemptLog log;
    private final Courier courier;
    private final Lanes lanes;
    private final Clock clock;
    private final MeterRegistry metrics;

    DeliveryAttempts(
            Receivers receivers, AttemptLog log, Courier courier, Lanes lanes, Clock clock, MeterRegistry metrics) {
        this.receivers = receivers;
        this.log = log;
        this.courier = courier;
        this.lanes = lanes;
        this.clock = clock;
        this.metrics = metrics;
    }

    Mono<Delivery> attempt(Receiver receiver, Announcement announcement) {
        return Mono.using(
                        () -> lanes.enter(receiver.organisation()),
                        entered -> entered ? deliver(receiver, announcement) : Mono.just(new Delivery.NotNow()),
                        entered -> leave(entered, receiver))
                .flatMap(delivery -> note(receiver, announcement, delivery).thenReturn(delivery));
    }

    private Mono<Delivery> deliver(Receiver receiver, Announcement announcement) {
        return courier.deliver(receiver.url(), receivers.secretOf(receiver), announcement);
    }

    private void leave(boolean entered, Receiver receiver) {
        if (entered) {
            lanes.leave(receiver.organisation());
        }
    }

    private Mono<Void> note(Receiver receiver, Announcement announcement, Delivery delivery) {
        return delivery instanceof Delivery.NotNow
                ? Mono.empty()
                : note(receiver, delivery)
                        .then(Mono.defer(() -> log.add(receiver, announcement, clock.instant(), delivery.word())));
    }

    private Mono<Void> note(Receiver receiver, Delivery delivery) {
        var now = clock.instant();
        return switch (delivery) {
            case Delivery.Taken taken -> counted("delivered", receivers.noteSuccess(receiver, now));
            case Delivery.Gone gone -> counted("switched_off", receivers.switchOff(receiver, now));
            case Delivery.Refused refused ->
                counted("refused", receivers.noteFailure(receiver, now, refused.word(), null));
            case Delivery.Failed failed -> {
                var rest = Patience.restUntil(receiver.failingSince(now), now);
                yield counted("failed", receivers.noteFailure(receiver, now, failed.reason(), rest));
            }
            case Delivery.NotNow notNow -> Mono.empty();
        };
    }

    /** An announcement will not be tried any more. */
    Mono<Void> giveUp(Receiver receiver, Announcement announcement) {
        var now = clock.instant();
        return counted("given_up", receivers.noteGivenUp(receiver, now))
                .then(Mono.defer(() -> log.add(receiver, announcement, now, "given_up")));
    }

    private Mono<Void> counted(String result, Mono<Void> note) {
        return note.doOnSuccess(noted -> count(result));
    }

    private void count(String result) {
        Counter.builder("hotline.announcements")
                .description("Attempts to tell organisations' own systems something, by what came of them")
                .tag("result", result)
                .register(metrics)
                .increment();
    }
}
