package de.dolmetscherhotline.audit;

import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult;
import de.dolmetscherhotline.work.WorkResult.NotBefore;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Deletes, once a day, entries that are older than they are kept, and records that it did. One row of work does it. */
@Component
class Retention implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofDays(1);

    private final AuditEntries entries;
    private final AuditTrail trail;
    private final AuditSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Retention(
            AuditEntries entries,
            AuditTrail trail,
            AuditSettings settings,
            TransactionalOperator transaction,
            Clock clock) {
        this.entries = entries;
        this.trail = trail;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "audit";
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        return Mono.defer(this::forget)
                .doOnError(error -> log.warn("could not delete old entries, the next time will: {}", error.toString()))
                .onErrorComplete()
                .then(Mono.fromSupplier(() -> new NotBefore(clock.instant().plus(EVERY))));
    }

    Mono<Void> forget() {
        return entries.forgetBefore(clock.instant().minus(settings.kept()))
                .filter(forgotten -> forgotten > 0)
                .flatMap(forgotten -> trail.record(
                        Actor.system(), Action.REMOVED, Reference.toAll("audit"), forgotten + " old entries", null))
                .as(transaction::transactional);
    }
}
