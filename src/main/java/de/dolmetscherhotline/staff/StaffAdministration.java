package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.Actor;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.StaffId;
import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.signin.InvitationCode;
import de.dolmetscherhotline.signin.Passwords;
import java.net.URI;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What administrators do with the accounts of their district; each with its entry in the audit trail. Nothing takes the last
 * administrator with a password away.
 */
@Component
public class StaffAdministration {

    private static final String KIND = "staff";

    private final Accounts accounts;
    private final AccountInvitations invitations;
    private final StaffSessions sessions;
    private final SecondFactors factors;
    private final StaffIdentities identities;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;
    private final PublicUrl publicUrl;

    StaffAdministration(
            Accounts accounts,
            AccountInvitations invitations,
            StaffSessions sessions,
            SecondFactors factors,
            StaffIdentities identities,
            Passwords passwords,
            AuditTrail trail,
            TransactionalOperator transaction,
            PublicUrl publicUrl) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.sessions = sessions;
        this.factors = factors;
        this.identities = identities;
        this.passwords = passwords;
        this.trail = trail;
        this.transaction = transaction;
        this.publicUrl = publicUrl;
    }

    /**
     * What an invited person needs, and nobody else may see; it can never be read again.
     *
     * @param code as people write it
     * @param link to the page on which she sets her password
     */
    public record Invitation(StaffId account, String code, URI link) {

        @Override
        public String toString() {
            return "Invitation of " + account;
        }
    }

    /** What became of a change. */
    enum Outcome {
        DONE,
        /** There is no such account, or it is so already. */
        NOTHING,
        /** It would have left the district without an administrator who has a password. */
        LAST_ADMINISTRATOR
    }

    /**
     * Adds somebody who sets her password with the code.
     *
     * @return fails with a DataIntegrityViolationException that names the violated constraint
     */
    Mono<Invitation> invite(Staff by, String name, MailAddress mail, Role role, @Nullable String reason) {
        var id = StaffId.random();
        return accounts.add(id, by.district(), name, mail, role)
                .then(record(by.actor(), Action.ADDED, id, role, reason))
                .then(code(by.district(), id))
                .as(transaction::transactional);
    }

    /**
     * A new code, also for whoever has forgotten her password; empty if there is nobody, or she is locked. Nobody gives one to
     * herself: a browser left open must not be enough for a new password.
     */
    Mono<Invitation> inviteAgain(Staff by, StaffId who, @Nullable String reason) {
        return Mono.just(who)
                .filter(other -> !other.equals(by.id()))
                .flatMap(other -> code(by.district(), other))
                .delayUntil(made -> record(by.actor(), Action.INVITED, who, null, reason))
                .as(transaction::transactional);
    }

    private Mono<Invitation> code(DistrictId district, StaffId who) {
        return invitations
                .make(district, who)
                .map(InvitationCode::written)
                .map(code -> new Invitation(who, code, publicUrl.of(StaffAcceptPage.PATH + "/" + code)));
    }

    Mono<Outcome> lock(Staff by, StaffId who, @Nullable String reason) {
        return unlessLast(by, who, accounts::lock)
                .delayUntil(outcome -> recordIfDone(outcome, by, Action.LOCKED, who, null, reason))
                .as(transaction::transactional);
    }

    Mono<Outcome> unlock(Staff by, StaffId who, @Nullable String reason) {
        return accounts.unlock(by.district(), who)
                .map(StaffAdministration::outcome)
                .delayUntil(outcome -> recordIfDone(outcome, by, Action.UNLOCKED, who, null, reason))
                .as(transaction::transactional);
    }

    Mono<Outcome> setRole(Staff by, StaffId who, Role role, @Nullable String reason) {
        var change = role == Role.ADMINISTRATOR
                ? accounts.setRole(by.district(), who, role).map(StaffAdministration::outcome)
                : unlessLast(by, who, (district, id) -> accounts.setRole(district, id, role));
        return change.delayUntil(outcome -> recordIfDone(outcome, by, Action.ROLE_CHANGED, who, role, reason))
                .as(transaction::transactional);
    }

    /** She is out everywhere, and sets up another when she signs in. Nobody does it to herself, as above. */
    Mono<Outcome> resetSecondFactor(Staff by, StaffId who, @Nullable String reason) {
        return accounts.byId(by.district(), who)
                .filter(known -> known.hasSecondFactor() && !who.equals(by.id()))
                .flatMap(known -> factors.remove(who)
                        .then(sessions.endAll(who))
                        .then(record(by.actor(), Action.SECOND_FACTOR_RESET, who, null, reason))
                        .thenReturn(Outcome.DONE))
                .defaultIfEmpty(Outcome.NOTHING)
                .as(transaction::transactional);
    }

    /** She is out everywhere, and linked anew when she comes from the identity provider the next time, unless she is locked. */
    Mono<Outcome> unlink(Staff by, StaffId who, @Nullable String reason) {
        return identities
                .unlink(by.district(), who)
                .map(StaffAdministration::outcome)
                .delayUntil(outcome -> recordIfDone(outcome, by, Action.IDENTITY_UNLINKED, who, null, reason))
                .as(transaction::transactional);
    }

    private Mono<Outcome> unlessLast(Staff by, StaffId who, BiFunction<DistrictId, StaffId, Mono<Boolean>> change) {
        return accounts.lockAdministrators(by.district())
                .collectList()
                .flatMap(administrators -> administrators.stream().allMatch(who::equals) && administrators.contains(who)
                        ? Mono.just(Outcome.LAST_ADMINISTRATOR)
                        : change.apply(by.district(), who).map(StaffAdministration::outcome));
    }

    private static Outcome outcome(boolean done) {
        return done ? Outcome.DONE : Outcome.NOTHING;
    }

    private Mono<Void> recordIfDone(
            Outcome outcome, Staff by, Action what, StaffId who, @Nullable Role role, @Nullable String reason) {
        return outcome == Outcome.DONE ? record(by.actor(), what, who, role, reason) : Mono.empty();
    }

    private Mono<Void> record(Actor by, Action what, StaffId who, @Nullable Role role, @Nullable String reason) {
        return trail.record(by, what, Reference.to(KIND, who.value()), role == null ? null : role.name(), reason);
    }

    /**
     * Adds somebody with this password, unless her mail address is somebody's already: the first administrator, and
     * demonstrations.
     *
     * @return whether she was added
     */
    public Mono<Boolean> admit(DistrictId district, String name, MailAddress mail, Role role, String password) {
        return accounts.isKnown(mail)
                .flatMap(known -> known
                        ? Mono.just(false)
                        : passwords.hash(password).flatMap(hash -> add(district, name, mail, role, hash)));
    }

    private Mono<Boolean> add(DistrictId district, String name, MailAddress mail, Role role, String hash) {
        var id = StaffId.random();
        return accounts.add(id, district, name, mail, role)
                .then(accounts.setPassword(id, hash))
                .then(record(Actor.system(), Action.ADDED, id, role, null))
                .thenReturn(true)
                .as(transaction::transactional);
    }
}
