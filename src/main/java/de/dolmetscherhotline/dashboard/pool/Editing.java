package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.platform.ExpectedVersion;
import de.dolmetscherhotline.pool.Change;
import de.dolmetscherhotline.pool.InterpreterProfile;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.staff.Staff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Changes what is recorded about members, each change with its entry in the audit trail. Here and not around the handlers,
 * which go on after the database has refused something, to show what was typed.
 */
@Component
class Editing {

    private static final String REMOVAL = "removal";

    private static final ConstraintProblems REFUSED = ConstraintProblems.of(Map.of(
            "interpreter_number_names_one",
            () -> new Refusal("phone", "pool.problem.phone-taken"),
            "do_not_pair_organisation_id_fkey",
            () -> new Refusal("apart-0", "pool.problem.organisation"),
            "interpreter_is_adult",
            () -> new Refusal("born", "pool.problem.minor"),
            "interpreter_is_adult_today",
            () -> new Refusal("born", "pool.problem.minor"),
            "appointment_confirmed_has_interpreter",
            () -> new Refusal(REMOVAL, "pool.problem.has-appointment")));

    private final Interpreters interpreters;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Editing(Interpreters interpreters, AuditTrail trail, TransactionalOperator transaction, Clock clock) {
        this.interpreters = interpreters;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {

        record Saved(InterpreterId id) implements Outcome {}

        /** Somebody else has changed the member since; nothing was done. */
        record Outdated() implements Outcome {}

        /** The database refused it: what is wrong, as the key of a message, with which field. */
        record Refused(String field, String problem) implements Outcome {}
    }

    /** Ends the transaction on the way to {@link Outcome.Refused}. */
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final String problem;

        private Refusal(String field, String problem) {
            super(problem, null, false, false);
            this.field = field;
            this.problem = problem;
        }

        private Outcome outcome() {
            return new Outcome.Refused(field, problem);
        }
    }

    Mono<Outcome> add(Staff who, InterpreterProfile profile, @Nullable String reason) {
        var id = InterpreterId.random();
        return interpreters
                .add(id, profile, today(who))
                .then(record(who, Action.ADDED, id, "POST " + NewInterpreterPage.PATH, reason))
                .as(transaction::transactional)
                .thenReturn((Outcome) new Outcome.Saved(id))
                .onErrorMap(DataIntegrityViolationException.class, REFUSED)
                .onErrorResume(Refusal.class, refusal -> Mono.just(refusal.outcome()));
    }

    /** @param version of the profile to which the change belongs */
    Mono<Outcome> save(
            Staff who,
            InterpreterId id,
            long version,
            Section section,
            InterpreterProfile profile,
            @Nullable String reason) {
        var detail = "POST " + InterpreterPage.PATH + "/" + section.word();
        return recorded(
                interpreters.replace(id, profile, today(who), ExpectedVersion.exactly(version)),
                record(who, Action.CHANGED, id, detail, reason),
                id);
    }

    /** @param version of the profile that was shown to whoever removes her */
    Mono<Outcome> remove(Staff who, InterpreterId id, long version, @Nullable String reason) {
        return recorded(
                interpreters.remove(id, ExpectedVersion.exactly(version)),
                record(who, Action.REMOVED, id, "POST " + InterpreterPage.PATH + "/" + REMOVAL, reason),
                id);
    }

    private Mono<Outcome> recorded(Mono<Change> changing, Mono<Void> entry, InterpreterId id) {
        return changing.delayUntil(change -> change == Change.DONE ? entry : Mono.empty())
                .as(transaction::transactional)
                .map(change -> outcome(change, id))
                .onErrorMap(DataIntegrityViolationException.class, REFUSED)
                .onErrorResume(Refusal.class, refusal -> Mono.just(refusal.outcome()));
    }

    private static Outcome outcome(Change change, InterpreterId id) {
        return switch (change) {
            case DONE -> new Outcome.Saved(id);
            case OUTDATED -> new Outcome.Outdated();
            case IN_A_CALL -> new Outcome.Refused(REMOVAL, "pool.problem.in-a-call");
            case NO_SUCH_MEMBER -> throw PoolMembers.nobody();
        };
    }

    private Mono<Void> record(Staff who, Action what, InterpreterId whom, String detail, @Nullable String reason) {
        return trail.record(who.actor(), what, Reference.to("interpreters", whom.value()), detail, reason);
    }

    private LocalDate today(Staff who) {
        return LocalDate.now(clock.withZone(who.zone()));
    }
}
