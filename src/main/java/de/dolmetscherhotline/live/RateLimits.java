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

/**
 * Rates that all processes keep together: each place in a queue comes a fixed time after the one before (the generic cell
 * rate algorithm with no burst). While Redis is away each process keeps the rate by itself.
 */
@Component
public class RateLimits {

    private static final Logger log = LoggerFactory.getLogger(RateLimits.class);
    private static final Duration WITHOUT_REDIS = Duration.ofSeconds(5);

    /** Takes the place if it is free; answers the milliseconds until it will be. Times in epoch milliseconds. */
    private static final RedisScript<Long> TAKE = RedisScript.of("""
            local free_at = tonumber(redis.call('GET', KEYS[1]) or '0')
            local now = tonumber(ARGV[1])
            local interval = tonumber(ARGV[2])
            if free_at > now then
                return math.min(free_at - now, interval)
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
        var now = clock.instant();
        if (now.isBefore(redisNotBefore)) {
            return Mono.fromSupplier(() -> takeAlone(queue, interval, now));
        }
        return redis.execute(
                        TAKE,
                        List.of("hotline:rate:" + queue),
                        List.of(Long.toString(now.toEpochMilli()), Long.toString(interval.toMillis())))
                .single()
                .map(Duration::ofMillis)
                .onErrorResume(away -> withoutRedis(queue, interval, now, away));
    }

    private Mono<Duration> withoutRedis(String queue, Duration interval, Instant now, Throwable away) {
        log.warn("Redis is away, the rate of {} is kept by this process alone: {}", queue, away.toString());
        redisNotBefore = now.plus(WITHOUT_REDIS);
        return Mono.fromSupplier(() -> takeAlone(queue, interval, now));
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
