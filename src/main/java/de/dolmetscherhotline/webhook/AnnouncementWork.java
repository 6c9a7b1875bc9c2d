package de.dolmetscherhotline.webhook;

import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a receiver something, again and again until it takes it or a day is over. Of a receiver that fails only one announcement
 * is tried at a time, with pauses that grow; the others wait and cost nothing.
 */
@Component
class AnnouncementWork implements WorkHandler {

    static final String KIND = "announcement";

    /** Longer than an attempt takes. */
    private static final Duration PROBE = Duration.ofSeconds(10);

    private static final Duration UNTIL_A_LANE_IS_FREE = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(AnnouncementWork.class);

    private final Receivers receivers;
    private final DeliveryAttempts attempts;
    private final JsonMapper json;
    private final Clock clock;

    AnnouncementWork(Receivers receivers, DeliveryAttempts attempts, JsonMapper json, Clock clock) {
        this.receivers = receivers;
        this.attempts = attempts;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** An organisation that has no receiver any more is told nothing. */
    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        var announcement = json.readValue(item.payload(), Announcement.class);
        return receivers
                .find(announcement.organisation())
                .flatMap(receiver -> tell(receiver, announcement))
                .defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<WorkResult> tell(Receiver receiver, Announcement announcement) {
        var now = clock.instant();
        var rest = receiver.restsUntil();
        return switch (receiver.state()) {
            case SWITCHED_OFF -> Mono.just(WorkResult.DONE);
            case WORKING -> attempt(receiver, announcement);
            case FAILING ->
                rest != null && rest.isAfter(now)
                        ? rest(receiver, announcement, rest, now)
                        : probe(receiver, announcement, now);
        };
    }

    private Mono<WorkResult> rest(Receiver receiver, Announcement announcement, Instant until, Instant now) {
        return Patience.nextAttempt(announcement.at(), now).isEmpty()
                ? giveUp(receiver, announcement)
                : notBefore(until);
    }

    private Mono<WorkResult> probe(Receiver receiver, Announcement announcement, Instant now) {
        return receivers
                .claimProbe(receiver, now, now.plus(PROBE))
                .flatMap(ours -> ours ? attempt(receiver, announcement) : notBefore(now.plus(PROBE)));
    }

    private Mono<WorkResult> attempt(Receiver receiver, Announcement announcement) {
        return attempts.attempt(receiver, announcement).flatMap(delivery -> after(delivery, receiver, announcement));
    }

    private Mono<WorkResult> after(Delivery delivery, Receiver receiver, Announcement announcement) {
        return switch (delivery) {
            case Delivery.Taken taken -> Mono.just(WorkResult.DONE);
            case Delivery.Gone gone -> Mono.just(WorkResult.DONE);
            case Delivery.Refused refused -> again(receiver, announcement);
            case Delivery.Failed failed -> again(receiver, announcement);
            case Delivery.NotNow notNow -> notBefore(clock.instant().plus(UNTIL_A_LANE_IS_FREE));
        };
    }

    private Mono<WorkResult> again(Receiver receiver, Announcement announcement) {
        return Patience.nextAttempt(announcement.at(), clock.instant())
                .map(AnnouncementWork::notBefore)
                .orElseGet(() -> giveUp(receiver, announcement));
    }

    private Mono<WorkResult> giveUp(Receiver receiver, Announcement announcement) {
        log.warn("{} given up: the system of organisation {} does not take it", announcement, receiver.organisation());
        return attempts.giveUp(receiver, announcement).thenReturn(WorkResult.DONE);
    }

    private static Mono<WorkResult> notBefore(Instant time) {
        return Mono.just(new WorkResult.NotBefore(time));
    }
}
