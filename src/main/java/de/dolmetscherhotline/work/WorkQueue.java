package de.dolmetscherhotline.work;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.kernel.CallId;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table of work. Enqueue within the transaction whose consequence the work is. */
@Component
public class WorkQueue {

    private final DatabaseClient database;
    private final Clock clock;
    private final Semaphore nudges = new Semaphore(0);

    WorkQueue(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Adds a piece of work.
     *
     * @param payload JSON
     * @param urgency more urgent work goes first among that which is due
     * @param delay zero for work that is due at once
     */
    public Mono<Void> enqueue(String kind, CallId call, String payload, int urgency, Duration delay) {
        return insert(kind, call.value(), payload, urgency, delay);
    }

    /** The same for work that belongs to no call. */
    public Mono<Void> enqueue(String kind, String payload, int urgency, Duration delay) {
        return insert(kind, null, payload, urgency, delay);
    }

    private Mono<Void> insert(String kind, @Nullable UUID call, String payload, int urgency, Duration delay) {
        var now = clock.instant();
        return database.sql("""
                        insert into work (kind, call_id, payload, urgency, due_at, created_at)
                        values (:kind, :call, :payload, :urgency, :due, :now)""")
                .bind("kind", kind)
                .bind("call", nullable(call, UUID.class))
                .bind("payload", Json.of(payload))
                .bind("urgency", urgency)
                .bind("due", now.plus(delay))
                .bind("now", now)
                .then();
    }

    /** Something was enqueued and committed: the worker of this process need not wait for its next look. */
    public void nudge() {
        nudges.release();
    }

    /** Waits until this process has enqueued something, or for as long as given. */
    void awaitNudge(Duration longest) throws InterruptedException {
        nudges.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        nudges.drainPermits();
    }

    /** Takes items that are due, most urgent first; a lease that ran out belongs to a process that died. */
    Flux<WorkItem> lease(int limit, Duration lease) {
        var now = clock.instant();
        return database.sql("""
                        with next as (
                            select id from work
                            where given_up_at is null and due_at <= :now
                              and (leased_until is null or leased_until <= :now)
                            order by urgency desc, due_at, id
                            limit :limit
                            for update skip locked),
                        taken as (
                            update work w set leased_until = :until, attempts = attempts + 1
                            from next where w.id = next.id
                            returning w.*)
                        select id, kind, call_id, payload, attempts, due_at, leased_until
                        from taken order by urgency desc, due_at, id""")
                .bind("until", now.plus(lease))
                .bind("now", now)
                .bind("limit", limit)
                .map(row -> new WorkItem(
                        row.get("id", Long.class),
                        row.get("kind", String.class),
                        Optional.ofNullable(row.get("call_id", UUID.class))
                                .map(CallId::new)
                                .orElse(null),
                        row.get("payload", String.class),
                        row.get("attempts", Integer.class) - 1,
                        row.get("due_at", Instant.class),
                        row.get("leased_until", Instant.class)))
                .all();
    }

    /** Also after the lease ran out: what is done is done. */
    Mono<Void> done(WorkItem item) {
        return database.sql("delete from work where id = :id")
                .bind("id", item.id())
                .then();
    }

    /**
     * Nothing went wrong: earlier failures are forgotten too. Like all that follow: nothing, if another process has taken
     * the item since.
     */
    Mono<Void> postpone(WorkItem item, Instant due) {
        return database.sql("""
                        update work set due_at = :due, leased_until = null, attempts = 0
                        where id = :id and leased_until = :lease""")
                .bind("due", due)
                .bind("id", item.id())
                .bind("lease", item.leasedUntil())
                .then();
    }

    Mono<Void> retry(WorkItem item, Instant due, String error) {
        return database.sql("""
                        update work set due_at = :due, leased_until = null, last_error = :error
                        where id = :id and leased_until = :lease""")
                .bind("due", due)
                .bind("error", error)
                .bind("id", item.id())
                .bind("lease", item.leasedUntil())
                .then();
    }

    Mono<Void> giveUp(WorkItem item, String error) {
        return database.sql("""
                        update work set given_up_at = :now, last_error = :error
                        where id = :id and leased_until = :lease""")
                .bind("now", clock.instant())
                .bind("error", error)
                .bind("id", item.id())
                .bind("lease", item.leasedUntil())
                .then();
    }

    /**
     * Items of these calls that were given up since then are due again, with all their attempts.
     *
     * @return how many
     */
    public Mono<Long> revive(Collection<CallId> calls, Instant since) {
        return database.sql("""
                        update work set given_up_at = null, leased_until = null, attempts = 0, due_at = :now
                        where call_id = any(:calls) and given_up_at >= :since""")
                .bind("now", clock.instant())
                .bind("calls", calls.stream().map(CallId::value).toArray(UUID[]::new))
                .bind("since", since)
                .fetch()
                .rowsUpdated();
    }

    /** When the next item falls due that no process has taken; empty if there is none. */
    Mono<Instant> nextDue() {
        return database.sql("""
                        select due_at from work where given_up_at is null and leased_until is null
                        order by due_at limit 1""").mapValue(Instant.class).one();
    }

    /** How much is waiting. */
    Mono<Backlog> backlog() {
        var now = clock.instant();
        return database.sql("""
                        select count(*) filter (where due_at <= :now) as due,
                               min(due_at) filter (where due_at <= :now) as oldest,
                               min(greatest(due_at, leased_until)) as next,
                               (select count(*) from work where given_up_at is not null) as given_up
                        from work where given_up_at is null""")
                .bind("now", now)
                .map(row -> new Backlog(
                        row.get("due", Long.class),
                        row.get("oldest", Instant.class),
                        row.get("next", Instant.class),
                        row.get("given_up", Long.class)))
                .one();
    }
}
