package de.dolmetscherhotline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.TestTelephony;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Work is done at least once, by one process at a time, also by those that take over from the dead. */
class WorkIT extends HotlineIT {

    private static final String KIND = "test";
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int ATTEMPTS = 4;

    @Autowired
    private WorkQueue queue;

    private final CallId call = CallId.random();
    private List<String> rounds = List.of();
    private final List<WorkItem> seen = Collections.synchronizedList(new ArrayList<>());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeEach
    void theTableIsOurs() {
        rounds = Objects.requireNonNull(database()
                .sql("select kind from work where call_id is null and payload::text = '{}'")
                .mapValue(String.class)
                .all()
                .collectList()
                .block());
        sql("delete from work");
        sql("insert into call (id, leg_sid, state_name, state, dialled_at) values ('" + call + "', '" + call
                + "', 'New', '{}', '" + now() + "')");
    }

    @AfterEach
    void nothingStays() {
        rounds.forEach(kind -> sql("insert into work (kind, payload, due_at, created_at) values ('" + kind
                + "', '{}', 'epoch', 'epoch')"));
        sql("delete from call where id = '" + call + "'");
    }

    @Test
    void itemIsDoneOnceAndIsGone() {
        enqueue("a", 0, Duration.ZERO);
        var worker = worker(item -> Mono.just(WorkResult.DONE));

        assertThat(drain(worker)).isEqualTo(1);
        assertThat(drain(worker)).isZero();

        assertThat(names()).containsExactly("a");
        assertThat(count("true")).isZero();
    }

    @Test
    void moreUrgentWorkGoesFirstAndThenWhatIsDueLonger() {
        enqueue("later", 0, Duration.ZERO);
        enqueue("urgent", 20, Duration.ZERO);
        TestTelephony.CLOCK.pass(Duration.ofSeconds(1));
        enqueue("latest", 0, Duration.ZERO);
        enqueue("most urgent", 30, Duration.ZERO);

        var taken = queue.lease(10, LEASE).collectList().block();

        assertThat(taken)
                .extracting(WorkIT::name)
                .containsExactly("\"most urgent\"", "\"urgent\"", "\"later\"", "\"latest\"");
    }

    @Test
    void nothingIsTakenBeforeItsTime() {
        enqueue("timer", 0, Duration.ofSeconds(10));
        var worker = worker(item -> Mono.just(WorkResult.DONE));

        assertThat(drain(worker)).isZero();
        assertThat(worker.nextDue().block()).isEqualTo(now().plusSeconds(10));
        TestTelephony.CLOCK.pass(Duration.ofSeconds(10));
        assertThat(drain(worker)).isEqualTo(1);
    }

    @Test
    void itemOfADeadProcessIsTakenOverWhenItsLeaseIsOver() {
        enqueue("a", 0, Duration.ZERO);
        var dead = Objects.requireNonNull(queue.lease(1, LEASE).blockFirst());
        var worker = worker(item -> Mono.just(WorkResult.DONE));

        TestTelephony.CLOCK.pass(LEASE.minusMillis(1));
        assertThat(drain(worker)).isZero();
        TestTelephony.CLOCK.pass(Duration.ofMillis(1));
        assertThat(drain(worker)).isEqualTo(1);

        assertThat(seen).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo(dead.id());
            assertThat(item.attempts()).as("the dead one's attempt counts").isEqualTo(1);
        });
    }

    @Test
    void whoeverComesBackAfterTheLeaseCannotDisturbTheNewOwner() {
        enqueue("a", 0, Duration.ZERO);
        var slow = Objects.requireNonNull(queue.lease(1, LEASE).blockFirst());
        TestTelephony.CLOCK.pass(LEASE);
        var owner = Objects.requireNonNull(queue.lease(1, LEASE).blockFirst());

        queue.retry(slow, now(), "late").block();
        queue.postpone(slow, now()).block();
        queue.giveUp(slow, "late").block();

        assertThat(queue.lease(1, LEASE).collectList().block())
                .as("still taken")
                .isEmpty();
        queue.done(owner).block();
        assertThat(count("true")).isZero();
    }

    @Test
    void twoWorkersNeverDoTheSameItemAtOnce() {
        var underWay = Collections.synchronizedSet(new java.util.HashSet<Long>());
        var clashes = new AtomicInteger();
        Function<WorkItem, Mono<WorkResult>> deed = item -> Mono.defer(() -> {
                    if (!underWay.add(item.id())) {
                        clashes.incrementAndGet();
                    }
                    return Mono.delay(Duration.ofMillis(2));
                })
                .doFinally(end -> underWay.remove(item.id()))
                .thenReturn(WorkResult.DONE);
        IntStream.range(0, 400).forEach(n -> enqueue("item " + n, n % 3, Duration.ZERO));
        var one = worker(deed);
        var two = worker(deed);

        var done = Flux.merge(one.drain(), two.drain()).reduce(0L, Long::sum).block();

        assertThat(clashes).hasValue(0);
        assertThat(done).isEqualTo(400);
        assertThat(names()).hasSize(400).doesNotHaveDuplicates();
        assertThat(count("true")).isZero();
    }

    @Test
    void failedItemIsRepeatedAfterPausesThatGrowAndThenGivenUpVisibly() {
        enqueue("a", 0, Duration.ZERO);
        var worker = worker(item -> Mono.error(new IllegalStateException("out of order")));

        for (int failures = 0; failures < ATTEMPTS - 1; failures++) {
            assertThat(drain(worker)).isEqualTo(1);
            var pause = FIRST_PAUSE.multipliedBy(1L << failures);
            assertThat(worker.nextDue().block()).isEqualTo(now().plus(pause));
            TestTelephony.CLOCK.pass(pause.minusMillis(1));
            assertThat(drain(worker)).as("not before its pause is over").isZero();
            TestTelephony.CLOCK.pass(Duration.ofMillis(1));
        }
        assertThat(drain(worker)).isEqualTo(1);
        TestTelephony.CLOCK.pass(Duration.ofHours(1));
        assertThat(drain(worker)).isZero();

        assertThat(seen).extracting(WorkItem::attempts).containsExactly(0, 1, 2, 3);
        assertThat(count("given_up_at is not null and last_error = 'IllegalStateException: out of order'"))
                .isEqualTo(1);
        assertThat(Objects.requireNonNull(queue.backlog().block()).givenUp()).isEqualTo(1);
    }

    @Test
    void notBeforeIsNoFailure() {
        enqueue("a", 0, Duration.ZERO);
        var patience = new AtomicInteger(3 * ATTEMPTS);
        var worker = worker(item -> Mono.just(
                patience.getAndDecrement() > 0 ? new WorkResult.NotBefore(now().plusMillis(100)) : WorkResult.DONE));

        for (int asked = 0; asked <= 3 * ATTEMPTS; asked++) {
            assertThat(drain(worker)).isEqualTo(1);
            TestTelephony.CLOCK.pass(Duration.ofMillis(100));
        }

        assertThat(seen)
                .hasSize(3 * ATTEMPTS + 1)
                .allSatisfy(item -> assertThat(item.attempts()).isZero());
        assertThat(count("true")).isZero();
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsGivenUp() {
        enqueue("a", 0, Duration.ZERO);
        var worker = worker(item -> Mono.error(new DataAccessResourceFailureException("away")));

        for (int tries = 0; tries < 3 * ATTEMPTS; tries++) {
            assertThat(drain(worker)).isEqualTo(1);
            TestTelephony.CLOCK.pass(FIRST_PAUSE);
        }

        assertThat(count("given_up_at is null and attempts = 0")).isEqualTo(1);
    }

    @Test
    void failuresCountOnlyInARow() {
        enqueue("a", 0, Duration.ZERO);
        var tries = new AtomicInteger();
        var worker = worker(item -> tries.incrementAndGet() % ATTEMPTS == 0
                ? Mono.just(new WorkResult.NotBefore(now()))
                : Mono.error(new IllegalStateException("out of order")));

        for (int round = 0; round < 3 * ATTEMPTS; round++) {
            drain(worker);
            TestTelephony.CLOCK.pass(Duration.ofMinutes(1));
        }

        assertThat(count("given_up_at is null")).isEqualTo(1);
    }

    @Test
    void whatWasGivenUpCanBeRevived() {
        enqueue("a", 0, Duration.ZERO);
        sql("update work set given_up_at = '" + now() + "', attempts = 8");
        TestTelephony.CLOCK.pass(Duration.ofMinutes(1));

        assertThat(queue.revive(List.of(call), now()).block())
                .as("too long ago")
                .isZero();
        assertThat(queue.revive(List.of(CallId.random()), now().minusSeconds(60))
                        .block())
                .as("of another call")
                .isZero();
        assertThat(queue.revive(List.of(call), now().minusSeconds(60)).block()).isEqualTo(1);
        assertThat(drain(worker(item -> Mono.just(WorkResult.DONE)))).isEqualTo(1);
    }

    @Test
    void workOfAnUnknownKindIsKept() {
        queue.enqueue("from a later version", call, "{}", 0, Duration.ZERO).block();

        drain(worker(item -> Mono.just(WorkResult.DONE)));

        assertThat(count("leased_until is null and last_error like '%no handler%'"))
                .isEqualTo(1);
    }

    @Test
    void runningWorkerIsWokenByANudgeAndFinishesWhatItBeganWhenItStops() {
        var worker = worker(
                item -> Mono.delay(Duration.ofMillis(300)).thenReturn(WorkResult.DONE),
                new WorkSettings(true, Duration.ofSeconds(30), LEASE, 8, ATTEMPTS, FIRST_PAUSE));
        worker.start();
        try {
            enqueue("a", 0, Duration.ZERO);
            queue.nudge();
            await().atMost(Duration.ofSeconds(10)).until(() -> !seen.isEmpty());
        } finally {
            worker.stop();
        }

        assertThat(count("true")).as("done, not left to its lease").isZero();
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void runningWorkerFindsWhatAnotherProcessEnqueued() {
        var worker = worker(
                item -> Mono.just(WorkResult.DONE),
                new WorkSettings(true, Duration.ofMillis(50), LEASE, 8, ATTEMPTS, FIRST_PAUSE));
        worker.start();
        try {
            enqueue("a", 0, Duration.ZERO);
            await().atMost(Duration.ofSeconds(10)).until(() -> count("true") == 0);
        } finally {
            worker.stop();
        }
        assertThat(names()).containsExactly("a");
    }

    private void enqueue(String name, int urgency, Duration delay) {
        queue.enqueue(KIND, call, '"' + name + '"', urgency, delay).block();
    }

    private Worker worker(Function<WorkItem, Mono<WorkResult>> deed) {
        return worker(deed, new WorkSettings(false, Duration.ofMillis(500), LEASE, 8, ATTEMPTS, FIRST_PAUSE));
    }

    private Worker worker(Function<WorkItem, Mono<WorkResult>> deed, WorkSettings settings) {
        return new Worker(queue, settings, TestTelephony.CLOCK, List.of(new Deed(deed)), List.of(), metrics);
    }

    private final class Deed implements WorkHandler {

        private final Function<WorkItem, Mono<WorkResult>> deed;

        private Deed(Function<WorkItem, Mono<WorkResult>> deed) {
            this.deed = deed;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Mono<WorkResult> handle(WorkItem item) {
            seen.add(item);
            return deed.apply(item);
        }
    }

    private static long drain(Worker worker) {
        return Objects.requireNonNullElse(worker.drain().block(), 0L);
    }

    private List<String> names() {
        return seen.stream().map(item -> name(item).replace("\"", "")).toList();
    }

    private static String name(WorkItem item) {
        return item.payload();
    }

    private static Instant now() {
        return TestTelephony.CLOCK.instant();
    }

    private long count(String condition) {
        return Objects.requireNonNullElse(
                database()
                        .sql("select count(*) from work where " + condition)
                        .mapValue(Long.class)
                        .one()
                        .block(),
                0L);
    }

    private void sql(String statement) {
        database().sql(statement).then().block();
    }
}
