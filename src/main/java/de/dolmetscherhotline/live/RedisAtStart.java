package de.dolmetscherhotline.live;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Schedulers;

/**
 * Connects before the first call comes: the first connection takes longer than anybody is willing to wait for Redis later.
 * Without Redis the start goes on.
 */
@Component
class RedisAtStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(RedisAtStart.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ReactiveStringRedisTemplate redis;

    RedisAtStart(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        redis.hasKey("hotline:start")
                .materialize()
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE)
                .dematerialize()
                .doOnError(away -> log.warn("Redis is away: {}", away.toString()))
                .onErrorComplete()
                .block();
    }
}
