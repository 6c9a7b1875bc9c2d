package de.dolmetscherhotline.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Asks Redis for a number and has an answer when it is away: nobody waits longer than {@link #PATIENCE}, and while it is
 * away only one in {@link #WITHOUT_REDIS} does.
 */
final class PatientRedis {

    static final Duration PATIENCE = Duration.ofMillis(300);
    static final Duration WITHOUT_REDIS = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(PatientRedis.class);

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;
    private volatile Instant notBefore = Instant.MIN;

    PatientRedis(ReactiveStringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * What the script answers, or what we say alone.
     *
     * @param what for the log
     */
    Mono<Long> ask(String what, RedisScript<Long> script, String key, List<String> arguments, Supplier<Long> alone) {
        return Mono.defer(() -> clock.instant().isBefore(notBefore)
                ? Mono.fromSupplier(alone)
                : together(script, key, arguments).onErrorResume(away -> without(what, away, alone)));
    }

    /**
     * On a thread that may block: without a connection, asking for one does. An error that comes after our patience is a
     * value until then, so that nothing reports it as lost.
     */
    private Mono<Long> together(RedisScript<Long> script, String key, List<String> arguments) {
        return redis.execute(script, List.of(key), arguments)
                .single()
                .materialize()
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE)
                .dematerialize();
    }

    private Mono<Long> without(String what, Throwable away, Supplier<Long> alone) {
        var now = clock.instant();
        if (notBefore.isBefore(now)) {
            log.warn("Redis is away, this process is alone with {}: {}", what, away.toString());
            notBefore = now.plus(WITHOUT_REDIS);
        }
        return Mono.fromSupplier(alone);
    }
}
