package de.dolmetscherhotline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.dolmetscherhotline.live.Changes.Signal;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.types.RedisClientInfo;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Pages in two processes hear of changes, with Redis and without. */
class ChangesIT extends HotlineIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ofMillis(900);

    @Autowired
    private DataRedisConnectionDetails redis;

    @Autowired
    private StringRedisTemplate look;

    @Autowired
    private Changes ofTheApplication;

    @Autowired
    private TransactionalOperator transaction;

    private final String topic = "request:" + UUID.randomUUID();
    private final String another = "request:" + UUID.randomUUID();
    private final MovableClock clock = new MovableClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<Disposable> open = new ArrayList<>();
    private WiredRedis wired = WiredRedis.at(1);

    ChangesIT() throws IOException {}

    @BeforeEach
    void connect() throws IOException {
        wired.close();
        wired = WiredRedis.at(Objects.requireNonNull(redis.getStandalone()).getPort());
    }

    @AfterEach
    void close() throws IOException {
        open.forEach(Disposable::dispose);
        wired.close();
    }

    @Test
    void withinATransactionNobodyIsToldBeforeTheCommit() {
        var changes = process();
        var here = connected(changes, topic);
        changes.publish(topic)
                .as(transaction::transactional)
                .then(Mono.fromRunnable(() -> stays(here, 0)).subscribeOn(Schedulers.boundedElastic()))
                .as(transaction::transactional)
                .block(PATIENCE);
        here.reaches(1);
        changes.publish(topic)
                .then(Mono.error(new IllegalStateException("rolled back")))
                .as(transaction::transactional)
                .onErrorComplete(IllegalStateException.class)
                .block(PATIENCE);
        stays(here, 1);
    }

    private static void stays(Page page, int signals) {
        await().atMost(PATIENCE).during(Duration.ofMillis(200)).until(() -> page.signals() == signals);
    }

    @Test
    void pagesOfAllProcessesAreToldOnceAndOnlyOfTheirTopic() {
        var one = process();
        var here = connected(one, topic);
        var there = connected(process(), topic);
        var elsewhere = connected(process(), another);

        publish(one, topic);

        here.reaches(1);
        there.reaches(1);
        publish(one, another);
        elsewhere.reaches(1);
        publish(ofTheApplication, topic);
        here.reaches(2);
        there.reaches(2);
        assertThat(elsewhere.signals()).isEqualTo(1);
    }

    @Test
    void onePageMoreIsNoSubscriptionMore() {
        var one = process();
        var first = connected(one, topic);
        assertThat(subscribers()).hasSize(1);

        var second = page(one, another);
        publish(one, another);
        second.reaches(1);

        assertThat(subscribers()).hasSize(1);
        assertThat(first.signals()).isZero();
    }

    @Test
    void whileRedisIsAwayPagesOfTheSameProcessAreToldAllTheSame() {
        var one = process();
        var here = connected(one, topic);
        var there = connected(process(), topic);
        wired.wire.cut();

        publish(one, topic);
        publish(one, topic);

        here.reaches(2);
        assertThat(there.signals()).isZero();
        assertThat(lost()).isEqualTo(2);
    }

    @Test
    void everybodyIsToldToLookWhenRedisIsBackAndIsToldOfChangesAgain() {
        var one = process();
        var there = connected(process(), topic);
        wired.wire.cut();
        publish(one, topic);
        wired.wire.mend();

        there.reaches(1);

        clock.pass(PatientRedis.WITHOUT_REDIS);
        await().atMost(PATIENCE).until(() -> {
            clock.pass(PatientRedis.WITHOUT_REDIS);
            publish(one, topic);
            return there.signals() > 1;
        });
    }

    @Test
    void connectionThatTheServerClosesIsMadeAnew() {
        var there = connected(process(), topic);

        subscribers().forEach(this::hangUp);

        there.reaches(1);
        publish(ofTheApplication, topic);
        there.reaches(2);
    }

    @Test
    void pageThatIsOpenedWithoutRedisHearsOfItWhenItComes() {
        wired.wire.cut();
        var one = process();
        var here = page(one, topic);
        publish(one, topic);
        here.reaches(1);

        wired.wire.mend();

        here.reaches(2);
        publish(ofTheApplication, topic);
        here.reaches(3);
    }

    @Test
    void nobodyWaitsForARedisThatHangs() {
        var one = process();
        var here = connected(one, topic);
        wired.wire.hold();

        var started = System.nanoTime();
        publish(one, topic);
        publish(one, topic);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(AT_ONCE);
        here.reaches(2);
    }

    @Test
    void whoIsSlowGetsOneSignalForAllThatHappenedMeanwhile() {
        wired.wire.cut();
        var one = process();
        var slow = new Slow();
        open.add(one.of(topic).subscribeWith(slow));
        for (int change = 0; change < 1000; change++) {
            publish(one, topic);
        }

        slow.request(1000);
        await().atMost(PATIENCE).until(() -> slow.signals.get() > 0);
        publish(one, topic);

        await().atMost(PATIENCE)
                .during(Duration.ofMillis(200))
                .until(() -> slow.signals.get() >= 2 && slow.signals.get() <= 3);
    }

    private static void publish(Changes process, String topic) {
        process.publish(topic).block();
    }

    /** A page whose process hears the others. */
    private Page connected(Changes process, String topic) {
        var page = page(process, topic);
        page.reaches(1);
        page.forget();
        return page;
    }

    private Page page(Changes process, String topic) {
        var page = new Page();
        open.add(process.of(topic).subscribe(page::take));
        return page;
    }

    /** Connections of our processes that are subscribed to something. */
    private List<RedisClientInfo> subscribers() {
        return Objects.requireNonNull(look.getClientList()).stream()
                .filter(client -> wired.name().equals(client.getName()))
                .filter(client -> !"0".equals(client.get("sub")))
                .toList();
    }

    private void hangUp(RedisClientInfo client) {
        var address = Objects.requireNonNull(client.getAddressPort());
        var colon = address.lastIndexOf(':');
        look.killClient(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    private double lost() {
        return metrics.get("hotline.changes.lost").counter().count();
    }

    private Changes process() {
        return new Changes(wired.connect(), clock, metrics);
    }

    /** Takes nothing before it asks for it. */
    private static final class Slow extends BaseSubscriber<Signal> {

        private final AtomicInteger signals = new AtomicInteger();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // Not yet.
        }

        @Override
        protected void hookOnNext(Signal signal) {
            signals.incrementAndGet();
        }
    }

    private static final class Page {

        private final AtomicInteger signals = new AtomicInteger();

        private void take(Signal signal) {
            assertThat(signal).isEqualTo(Signal.CHANGED);
            signals.incrementAndGet();
        }

        private int signals() {
            return signals.get();
        }

        private void forget() {
            signals.set(0);
        }

        private void reaches(int count) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> signals.get() >= count);
            assertThat(signals).hasValue(count);
        }
    }
}
