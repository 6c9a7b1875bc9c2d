package de.dolmetscherhotline.call.search;

import de.dolmetscherhotline.live.RateLimits;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many outbound calls the account may start (contract §5.5), for all processes together. */
@Component
public class DialRate {

    /** Of the time between two dials, the part by which ordinary ones let an emergency go first. */
    private static final int COURTESY = 20;

    private static final Duration MOST_COURTESY = Duration.ofMillis(20);

    private final RateLimits limits;
    private final double perSecond;
    private final Duration courtesy;

    DialRate(RateLimits limits, @Value("${hotline.twilio.calls-per-second}") double perSecond) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("hotline.twilio.calls-per-second must be positive");
        }
        this.limits = limits;
        this.perSecond = perSecond;
        this.courtesy = courtesy(perSecond);
    }

    private static Duration courtesy(double perSecond) {
        var part = Duration.ofNanos((long) (1_000_000_000 / perSecond / COURTESY));
        return part.compareTo(MOST_COURTESY) < 0 ? part : MOST_COURTESY;
    }

    double perSecond() {
        return perSecond;
    }

    /** Takes a place in the queue of dials: zero if it is free now, else how long to wait before asking again. */
    public Mono<Duration> takeInEmergency() {
        return limits.take("outbound-calls", perSecond);
    }

    /** The same for an ordinary dial, which asks again a moment after every emergency has. */
    public Mono<Duration> take() {
        return takeInEmergency().map(wait -> wait.isZero() ? wait : wait.plus(courtesy));
    }
}
