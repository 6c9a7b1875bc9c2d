package de.dolmetscherhotline.live;

import de.dolmetscherhotline.platform.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.ReactiveRedisConnection;
import org.springframework.data.redis.connection.ReactiveSubscription;
import org.springframework.data.redis.connection.SubscriptionListener;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Tells pages, in all processes, that something has changed and is worth another look. What it is now stands in PostgreSQL;
 * a signal carries nothing and may be lost. While Redis is away those in the same process are told all the same, and once it
 * is back everybody is told to look, since something may have been missed.
 *
 * <p>One subscription to Redis serves all pages of a process; it is there as long as somebody looks.
 */
@Component("liveChanges")
public class Changes {

    /** How long the subscription outlives the last page, so that one that is loaded again finds it. */
    static final Duration LINGER = Duration.ofSeconds(30);

    /** How long to wait before Redis is asked again for a subscription. */
    static final Duration AGAIN = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(Changes.class);
    private static final String CHANNEL = "hotline:changes";
    private static final ByteBuffer CHANNEL_NAME = ByteBuffer.wrap(CHANNEL.getBytes(StandardCharsets.UTF_8));
    private static final long NOT_SAID = -1;

    /** Answers how many processes listen. */
    private static final RedisScript<Long> SAY =
            RedisScript.of("return redis.call('PUBLISH', KEYS[1], ARGV[1])", Long.class);

    /** What subscribers get: no more than that they should look again. */
    public enum Signal {
        CHANGED
    }

    /** What is told to the pages of this process. */
    private sealed interface News {

        record Of(String topic) implements News {}

        /** Changes of any topic may have been missed. */
        record Perhaps() implements News {}

        default boolean concerns(String topic) {
            return switch (this) {
                case Of of -> of.topic().equals(topic);
                case Perhaps perhaps -> true;
            };
        }
    }

    private final ReactiveStringRedisTemplate template;
    private final PatientRedis redis;
    private final Counter lost;
    private final String ourselves = UUID.randomUUID() + " ";
    private final Sinks.Many<News> pages = Sinks.many().multicast().directBestEffort();
    private final Flux<News> fromOthers;

    Changes(ReactiveStringRedisTemplate template, Clock clock, MeterRegistry metrics) {
        this.template = template;
        this.redis = new PatientRedis(template, clock);
        this.lost = Counter.builder("hotline.changes.lost")
                .description("Changes of which other processes were not told because Redis is away")
                .register(metrics);
        this.fromOthers = listening().publish().refCount(1, LINGER);
    }

    /**
     * Says that something has changed; never fails, and takes no longer than Redis is waited for. Within a transaction it is
     * said after the commit, as those who are told would find what was before.
     *
     * @param topic names what has changed, as in {@link #of}; Redis sees it
     */
    public Mono<Void> publish(String topic) {
        return AfterCommit.run(Mono.defer(() -> {
            tell(new News.Of(topic));
            return redis.ask("changes", SAY, CHANNEL, List.of(ourselves + topic), () -> NOT_SAID)
                    .doOnNext(this::note)
                    .then();
        }));
    }

    private void note(long listeners) {
        if (listeners == NOT_SAID) {
            lost.increment();
        }
    }

    /**
     * A signal for each change of this topic from now on, and whenever some may have been missed: when the connection to Redis
     * is there at first, and when it is there again. Does not end. Who is slow gets one for all that happened meanwhile, the
     * last of them after the last change. Pages look now and then by themselves besides: a signal may be lost.
     */
    public Flux<Signal> of(String topic) {
        return pages.asFlux()
                .filter(news -> news.concerns(topic))
                .map(news -> Signal.CHANGED)
                .onBackpressureLatest()
                .publishOn(Schedulers.parallel(), 1)
                .takeUntilOther(fromOthers.ignoreElements());
    }

    /** One at a time, as the sink demands; subscribers only take note of it here, and go on in a thread of theirs. */
    private synchronized void tell(News news) {
        pages.emitNext(news, Sinks.EmitFailureHandler.FAIL_FAST);
    }

    /** Hears other processes for as long as it is subscribed to, however often Redis goes away. */
    private Flux<News> listening() {
        return Flux.usingWhen(connection(), this::messages, ReactiveRedisConnection::closeLater)
                .doOnNext(this::tell)
                .repeatWhen(ends -> ends.delayElements(AGAIN))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AGAIN)
                        .doBeforeRetry(failure -> log.warn(
                                "Redis is away, changes in other processes are not heard of: {}",
                                failure.failure().toString())));
    }

    /** On a thread that may block, as connecting does. */
    private Mono<ReactiveRedisConnection> connection() {
        return Mono.fromSupplier(() -> template.getConnectionFactory().getReactiveConnection())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Flux<News> messages(ReactiveRedisConnection connection) {
        return connection.pubSubCommands().createSubscription(new Connected()).flatMapMany(this::messages);
    }

    private Flux<News> messages(ReactiveSubscription subscription) {
        return subscription
                .receive()
                .mergeWith(subscription.subscribe(CHANNEL_NAME.duplicate()).then(Mono.empty()))
                .map(message -> text(message.getMessage()))
                .filter(text -> !text.startsWith(ourselves))
                .map(text -> new News.Of(text.substring(text.indexOf(' ') + 1)));
    }

    private static String text(ByteBuffer message) {
        return StandardCharsets.UTF_8.decode(message.duplicate()).toString();
    }

    /** Is called each time the connection is there, also when the driver has made it anew by itself. */
    private final class Connected implements SubscriptionListener {

        @Override
        public void onChannelSubscribed(byte[] channel, long count) {
            tell(new News.Perhaps());
        }
    }
}
