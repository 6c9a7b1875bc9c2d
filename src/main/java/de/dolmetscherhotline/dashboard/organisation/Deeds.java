package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.staff.Staff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Changes that the database may refuse, with their entry in the audit trail. Each has a transaction of its own, so that the page
 * that says why it was refused can still be read.
 */
@Component
class Deeds {

    /** Why handlers that use this record themselves. */
    static final String RECORDED = "each change is recorded with it";

    private static final String KIND = "organisations";

    private final AuditTrail trail;
    private final TransactionalOperator transaction;

    Deeds(AuditTrail trail, TransactionalOperator transaction) {
        this.trail = trail;
        this.transaction = transaction;
    }

    static Reference to(OrganisationId organisation) {
        return Reference.to(KIND, organisation.value());
    }

    /**
     * Changes something of an organisation.
     *
     * @param what which change, without anything personal
     * @param reason in the words of whoever does it
     * @param change empty if nothing was changed
     */
    <T> Mono<T> done(Staff who, Action action, OrganisationId whom, String what, String reason, Mono<T> change) {
        return change.delayUntil(done -> trail.record(who.actor(), action, to(whom), what, reason))
                .as(transaction::transactional);
    }

    /** The entry of something new, to be written in the transaction in which it is added. */
    Mono<Void> added(Staff who, Reference what, String how) {
        return trail.record(who.actor(), Action.ADDED, what, how, null);
    }

    /** Records first what does more than change the database once, and cannot do so within a transaction. */
    <T> Mono<T> begun(Staff who, Reference whom, String what, String reason, Mono<T> deed) {
        return trail.record(who.actor(), Action.CHANGED, whom, what, reason).then(deed);
    }
}
