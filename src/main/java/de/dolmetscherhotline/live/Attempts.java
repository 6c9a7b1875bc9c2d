package de.dolmetscherhotline.live;

import de.dolmetscherhotline.privacy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How often something may be tried, counted by all processes together in windows that begin with the first attempt. What a
 * process let through itself counts in any case: while Redis is away each process keeps the limit alone, and nobody slips
 * through when Redis comes and goes.
 */
@Component
public class Attempts {

    /** Subjects that one process remembers; all further ones share a limit. */
    static final int MOST_SUBJECTS = 10_000;

    private static final String EVERYBODY_ELSE = "";
    private static final long ALLOWED = 0;

    /**
     * Counts an attempt unless as many were made; answers 0 if it may be made, else the milliseconds until the window ends.
     * Times in epoch milliseconds. A window that begins later than one can from now was written by a clock that runs far
     * ahead of ours.
     */
    private static final RedisScript<Long> COUNT = RedisScript.of("""
            local now = tonumber(ARGV[1])
            local window = tonumber(ARGV[2])
            local most = tonumber(ARGV[3])
            local began = tonumber(redis.call('HGET', KEYS[1], 'began') or '0')
            local made = tonumber(redis.call('HGET', KEYS[1], 'made') or '0')
            if now >= began + window or began > now + window then
                began = now
                made = 0
            end
            if made >= most then
                return began + window - now
            end
            redis.call('HSET', KEYS[1], 'began', began, 'made', made + 1)
            redis.call('PEXPIRE', KEYS[1], window + 60000)
            return 0
            """, Long.class);

    /** Takes back an attempt of a window that still counts; answers 0 always. */
    private static final RedisScript<Long> FORGIVE = RedisScript.of("""
            local made = tonumber(redis.call('HGET', KEYS[1], 'made') or '0')
            if made > 0 then
                redis.call('HSET', KEYS[1], 'made', made - 1)
            end
            return 0
            """, Long.class);

    private final PatientRedis redis;
    private final Vault vault;
    private final Clock clock;
    private final Map<String, Window> own = new HashMap<>();

    Attempts(ReactiveStringRedisTemplate redis, Vault vault, Clock clock) {
        this.redis = new PatientRedis(redis, clock);
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Whether one more attempt may be made; counts it if so.
     *
     * @param name what is tried; always with the same limit and window
     * @param subject who tries; never leaves this process as it is
     */
    public Mono<Boolean> allowed(String name, String subject, int most, Duration window) {
        return untilAllowed(name, subject, most, window).map(Duration::isZero);
    }

    /**
     * The same for those who are told when to come back.
     *
     * @return zero if the attempt may be made and is counted, else how long until the window ends
     */
    public Mono<Duration> untilAllowed(String name, String subject, int most, Duration window) {
        return Mono.defer(() -> count(name, key(name, subject), most, window));
    }

    /** In Redis nobody sees who is counted. */
    private String key(String name, String subject) {
        return name + ":" + vault.pseudonym(name, subject);
    }

    private Mono<Duration> count(String name, String key, int most, Duration window) {
        var now = clock.instant();
        var own = countOwn(key, now, window);
        if (own.made() > most) {
            return Mono.just(Duration.between(now, own.end()));
        }
        var arguments =
                List.of(Long.toString(now.toEpochMilli()), Long.toString(window.toMillis()), Integer.toString(most));
        return redis.ask("attempts of " + name, COUNT, "hotline:attempts:" + key, arguments, () -> ALLOWED)
                .map(Duration::ofMillis);
    }

    /** An attempt that was allowed has turned out to be right, and does not count after all. */
    public Mono<Void> forgive(String name, String subject) {
        return Mono.defer(() -> forgiveKey(name, key(name, subject)));
    }

    private Mono<Void> forgiveKey(String name, String key) {
        forgiveOwn(key);
        return redis.ask("attempts of " + name, FORGIVE, "hotline:attempts:" + key, List.of(), () -> ALLOWED)
                .then();
    }

    private synchronized void forgiveOwn(String key) {
        own.computeIfPresent(key, (place, window) -> window.andOneLess());
    }

    private synchronized Window countOwn(String key, Instant now, Duration window) {
        return own.compute(
                placeOf(key, now),
                (place, before) ->
                        before == null || before.isOver(now) ? new Window(now.plus(window), 1) : before.andOneMore());
    }

    private String placeOf(String key, Instant now) {
        if (own.size() >= MOST_SUBJECTS && !own.containsKey(key)) {
            own.values().removeIf(window -> window.isOver(now));
        }
        return own.size() < MOST_SUBJECTS || own.containsKey(key) ? key : EVERYBODY_ELSE;
    }

    private record Window(Instant end, int made) {

        boolean isOver(Instant now) {
            return !now.isBefore(end);
        }

        Window andOneLess() {
            return new Window(end, Math.max(0, made - 1));
        }

        Window andOneMore() {
            return new Window(end, Math.min(made, Integer.MAX_VALUE - 1) + 1);
        }
    }
}
