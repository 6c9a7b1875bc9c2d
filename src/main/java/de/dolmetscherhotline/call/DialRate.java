package de.dolmetscherhotline.call;

import de.dolmetscherhotline.live.RateLimits;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many outbound calls the account may start (contract §5.5), for all processes together. */
@Component
class DialRate {

    private final RateLimits limits;
    private final double perSecond;

    DialRate(RateLimits limits, @Value("${hotline.twilio.calls-per-second}") double perSecond) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("hotline.twilio.calls-per-second must be positive");
        }
        this.limits = limits;
        this.perSecond = perSecond;
    }

    double perSecond() {
        return perSecond;
    }

    /** Takes a place in the queue of dials: zero if it is free now, else how long to wait before asking again. */
    Mono<Duration> take() {
        return limits.take("outbound-calls", perSecond);
    }
}
