package de.dolmetscherhotline.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Rates that all processes keep together: each place in a queue comes a fixed time after the one before (the generic cell
 * rate algorithm with no burst). While Redis is away each process keeps the rate by itself; nobody waits for Redis longer
 * than {@link #PATIENCE}, and while it is away only one in {@link #WITHOUT_REDIS} does.
 */
@Component
public class RateLimits {

    private static final Logger log = LoggerFactory.getLogger(RateLimits.class);
    static final Duration PATIENCE = Duration.ofMillis(300);
    static final Duration WITHOUT_REDIS = Duration.ofSeconds(5);

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

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;
    private final Map<String, Instant> ownFreeAt = new ConcurrentHashMap<>();
    private volatile Instant redisNotBefore = Instant.MIN;

    RateLimits(ReactiveStringRedisTemplate redis, Clock clock) {
        this.redis = redis;
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
        if (now.isBefore(redisNotBefore)) {
            return Mono.just(takeAlone(queue, interval, now));
        }
        return takeTogether(queue, interval, now)
                .doOnNext(wait -> noteOwn(queue, interval, now, wait))
                .onErrorResume(away -> withoutRedis(queue, interval, now, away));
    }

    /**
     * On a thread that may block: without a connection, asking for one does. An error that comes after our patience is a
     * value until then, so that nothing reports it as lost.
     */
    private Mono<Duration> takeTogether(String queue, Duration interval, Instant now) {
        return redis.execute(
                        TAKE,
                        List.of("hotline:rate:" + queue),
                        List.of(Long.toString(now.toEpochMilli()), Long.toString(interval.toMillis())))
                .single()
                .map(Duration::ofMillis)
                .materialize()
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE)
                .dematerialize();
    }

    private Mono<Duration> withoutRedis(String queue, Duration interval, Instant now, Throwable away) {
        if (redisNotBefore.isBefore(now)) {
            log.warn("Redis is away, the rate of {} is kept by this process alone: {}", queue, away.toString());
            redisNotBefore = now.plus(WITHOUT_REDIS);
        }
        return Mono.fromSupplier(() -> takeAlone(queue, interval, now));
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
