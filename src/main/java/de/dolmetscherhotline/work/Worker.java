package de.dolmetscherhotline.work;

import de.dolmetscherhotline.platform.DatabaseAway;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does the work that is due, many items at once. One thread takes items and starts them; it wakes when this process has
 * enqueued something ({@link WorkQueue#nudge}), when the next item falls due, and otherwise every {@link WorkSettings#poll} to
 * find what another process left behind.
 */
@Component
public class Worker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration MEASURED_EVERY = Duration.ofSeconds(1);

    /** A database that does not answer at all must not hold us for ever; it has time-outs of its own for what is slow. */
    private static final Duration LONGEST_QUERY = Duration.ofSeconds(6);

    private final WorkQueue queue;
    private final WorkSettings settings;
    private final Clock clock;
    private final Map<String, WorkHandler> handlers;
    private final List<Figures> figures;
    private final Semaphore slots;
    private volatile Backlog backlog = Backlog.EMPTY;
    private Instant measured = Instant.MIN;
    private volatile @Nullable Thread thread;

    Worker(
            WorkQueue queue,
            WorkSettings settings,
            Clock clock,
            List<WorkHandler> handlers,
            List<Figures> figures,
            MeterRegistry metrics) {
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
        this.handlers = handlers.stream().collect(Collectors.toMap(WorkHandler::kind, Function.identity()));
        this.figures = List.copyOf(figures);
        this.slots = new Semaphore(settings.concurrency());
        Gauge.builder("hotline.work.due", () -> backlog.due())
                .description("Outbox and timers: items whose time has come")
                .register(metrics);
        Gauge.builder("hotline.work.oldest", this::ageOfOldest)
                .description("Outbox and timers: how long the oldest due item has been waiting")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("hotline.work.given.up", () -> backlog.givenUp())
                .description("Outbox and timers: items that failed too often and wait for a human")
                .register(metrics);
    }

    private double ageOfOldest() {
        var oldest = backlog.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }

    /** Does everything that is due at this instant, including what that causes; answers how many attempts were made. */
    public Mono<Long> drain() {
        return batch().expand(done -> done > 0 ? batch() : Mono.empty()).reduce(0L, Long::sum);
    }

    /** When the next item can be taken; empty if there is none. */
    public Mono<Instant> nextDue() {
        return queue.backlog().flatMap(now -> Mono.justOrEmpty(now.next()));
    }

    private Mono<Long> batch() {
        return queue.lease(settings.concurrency(), settings.lease())
                .flatMap(item -> attempt(item).thenReturn(item), settings.concurrency())
                .count();
    }

    private Mono<Void> attempt(WorkItem item) {
        return Mono.defer(() -> handler(item).handle(item))
                .timeout(longestAttempt())
                .flatMap(result -> settle(item, result).timeout(LONGEST_QUERY))
                .onErrorResume(error -> failed(item, error).timeout(LONGEST_QUERY));
    }

    private Duration longestAttempt() {
        return settings.lease().dividedBy(2);
    }

    private WorkHandler handler(WorkItem item) {
        return Optional.ofNullable(handlers.get(item.kind()))
                .orElseThrow(() -> new IllegalStateException("no handler for work of kind " + item.kind()));
    }

    private Mono<Void> settle(WorkItem item, WorkResult result) {
        return switch (result) {
            case WorkResult.Done done -> queue.done(item);
            case WorkResult.NotBefore later -> queue.postpone(item, later.time());
        };
    }

    private Mono<Void> failed(WorkItem item, Throwable error) {
        var reason = error.getClass().getSimpleName() + ": " + error.getMessage();
        if (DatabaseAway.isMeantBy(error)) {
            log.warn("work {} of kind {} waits for the database: {}", item.id(), item.kind(), reason);
            return queue.postpone(item, clock.instant().plus(pauseAfter(item.attempts())));
        }
        if (item.attempts() + 1 >= settings.attempts()) {
            log.error(
                    "work {} of kind {} given up after {} attempts",
                    item.id(),
                    item.kind(),
                    settings.attempts(),
                    error);
            return queue.giveUp(item, reason);
        }
        log.warn("work {} of kind {} failed, will be repeated: {}", item.id(), item.kind(), reason);
        return queue.retry(item, clock.instant().plus(pauseAfter(item.attempts())), reason);
    }

    private Duration pauseAfter(int failures) {
        var pause = settings.firstPause().multipliedBy(1L << Math.min(failures, 16));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    @Override
    public void start() {
        if (settings.run()) {
            var runner = new Thread(this::runUntilStopped, "work");
            runner.setDaemon(true);
            thread = runner;
            runner.start();
        }
    }

    private void runUntilStopped() {
        while (Thread.currentThread().equals(thread)) {
            try {
                takeWhatIsDue();
                measure();
                waitForNext();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException databaseAway) {
                log.warn("cannot look for work: {}", databaseAway.toString());
                waitQuietly();
            }
        }
    }

    /** For the gauges; costs a look at every item, so not each time. */
    private void measure() {
        var now = clock.instant();
        if (measured.plus(MEASURED_EVERY).isBefore(now)) {
            measured = now;
            backlog = queue.backlog().blockOptional(LONGEST_QUERY).orElse(Backlog.EMPTY);
            Flux.fromIterable(figures).concatMap(Figures::read).then().block(LONGEST_QUERY);
        }
    }

    private void takeWhatIsDue() {
        var free = slots.availablePermits();
        if (free > 0) {
            queue.lease(free, settings.lease())
                    .collectList()
                    .blockOptional(LONGEST_QUERY)
                    .orElse(List.of())
                    .forEach(this::begin);
        }
    }

    private void begin(WorkItem item) {
        slots.acquireUninterruptibly();
        attempt(item)
                .doFinally(end -> {
                    slots.release();
                    queue.nudge();
                })
                .subscribe(
                        nothing -> {}, error -> log.warn("work {} left to its lease: {}", item.id(), error.toString()));
    }

    private void waitForNext() throws InterruptedException {
        var pause = slots.availablePermits() == 0 ? settings.poll() : untilNextDue();
        var bounded = Math.clamp(pause.toMillis(), 1, settings.poll().toMillis());
        queue.awaitNudge(Duration.ofMillis(bounded));
    }

    private Duration untilNextDue() {
        return queue.nextDue()
                .map(next -> Duration.between(clock.instant(), next))
                .blockOptional(LONGEST_QUERY)
                .orElse(settings.poll());
    }

    private void waitQuietly() {
        try {
            queue.awaitNudge(settings.poll());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What has begun is finished first: an orderly stop leaves no dial in doubt and no item to its lease. */
    @Override
    public void stop() {
        var runner = thread;
        thread = null;
        if (runner != null) {
            queue.nudge();
            awaitEnd(runner);
        }
    }

    private void awaitEnd(Thread runner) {
        try {
            var ended = runner.join(longestAttempt())
                    && slots.tryAcquire(settings.concurrency(), longestAttempt().toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                slots.release(settings.concurrency());
            } else {
                log.warn("stopped while work was under way; it is left to its lease");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
