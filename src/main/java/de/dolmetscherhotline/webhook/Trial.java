package de.dolmetscherhotline.webhook;

import de.dolmetscherhotline.live.Attempts;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tries a receiver out, at once. Not too often: whoever set the address may not own what it leads to. */
@Component
class Trial {

    static final int MOST = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final Webhooks webhooks;
    private final DeliveryAttempts attempts;
    private final Attempts limits;

    Trial(Webhooks webhooks, DeliveryAttempts attempts, Attempts limits) {
        this.webhooks = webhooks;
        this.attempts = attempts;
        this.limits = limits;
    }

    Mono<Delivery> of(Receiver receiver) {
        return limits.allowed("webhook-test", receiver.organisation().toString(), MOST, WINDOW)
                .flatMap(allowed -> allowed ? ping(receiver) : Mono.just(new Delivery.NotNow()));
    }

    private Mono<Delivery> ping(Receiver receiver) {
        return attempts.attempt(receiver, webhooks.announcement(receiver.organisation(), "ping", Map.of()));
    }
}
