package de.dolmetscherhotline.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Rates that all processes keep together: each place in a queue comes a fixed time after the one before (the generic cell
 * rate algorithm with no burst). While Redis is away each process keeps the rate by itself.
 */
@Component
public class RateLimits {

    /**
     * Takes the place if it is free; answers the milliseconds until it will be. Times in epoch milliseconds. Requests
     * overtake each other on their way, and clocks differ a little: hence the tolerance. A place that is further away was
     * written by a clock that runs far ahead of ours: waiting for that could take for ever.
     */
    private static final RedisScript<Long> TAKE = RedisScript.of("""
            local free_at = tonumber(redis.call('GET', KEYS[1]) or '0')
            local now = tonumber(ARGV[1])
            local interval = tonumber(ARGV[2])
            local tolerance = 5000
            if free_at > now and free_at <= now + interval + tolerance then
                return free_at - now
            end
            redis.call('SET', KEYS[1], now + interval, 'PX', interval + 60000)
            return 0
            """, Long.class);

    private final PatientRedis redis;
    private final Clock clock;
    private final Map<String, Instant> ownFreeAt = new ConcurrentHashMap<>();

    RateLimits(ReactiveStringRedisTemplate redis, Clock clock) {
        this.redis = new PatientRedis(redis, clock);
        this.clock = clock;
    }

    /**
     * Takes the next place in the named queue.
     *
     * @return zero if the place is taken, else how long to wait before asking again
     */
    public Mono<Duration> take(String queue, double perSecond) {
        var interval = Duration.ofNanos((long) (1_000_000_000 / perSecond));
        return Mono.defer(() -> take(queue, interval));
    }

    /** What this process has taken itself counts in any case, so that coming and going of Redis lets nobody slip through. */
    private Mono<Duration> take(String queue, Duration interval) {
        var now = clock.instant();
        var ownWait = untilOwnPlace(queue, now);
        if (ownWait.isPositive()) {
            return Mono.just(ownWait);
        }
        var arguments = List.of(Long.toString(now.toEpochMilli()), Long.toString(interval.toMillis()));
        return redis.ask(
                        "places in " + queue,
                        TAKE,
                        "hotline:rate:" + queue,
                        arguments,
                        () -> alone(queue, interval, now))
                .map(Duration::ofMillis)
                .doOnNext(wait -> noteOwn(queue, interval, now, wait));
    }

    private Duration untilOwnPlace(String queue, Instant now) {
        var freeAt = ownFreeAt.getOrDefault(queue, Instant.MIN);
        return freeAt.isAfter(now) ? Duration.between(now, freeAt) : Duration.ZERO;
    }

    private void noteOwn(String queue, Duration interval, Instant now, Duration wait) {
        if (wait.isZero()) {
            ownFreeAt.put(queue, now.plus(interval));
        }
    }

    /** In milliseconds; less than one is not nothing. */
    private long alone(String queue, Duration interval, Instant now) {
        return takeAlone(queue, interval, now).plusNanos(999_999).toMillis();
    }

    private Duration takeAlone(String queue, Duration interval, Instant now) {
        var wait = new Duration[] {Duration.ZERO};
        ownFreeAt.compute(queue, (name, freeAt) -> {
            if (freeAt != null && freeAt.isAfter(now)) {
                wait[0] = Duration.between(now, freeAt);
                return freeAt;
            }
            return now.plus(interval);
        });
        return wait[0];
    }
}
