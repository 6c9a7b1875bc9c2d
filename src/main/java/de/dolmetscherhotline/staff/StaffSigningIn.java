package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.StaffId;
import de.dolmetscherhotline.oidc.Identity;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.signin.InvitationCode;
import de.dolmetscherhotline.signin.Passwords;
import de.dolmetscherhotline.staff.Accounts.Credentials;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * From a mail address and a password, a code and a new password, or the word of an identity provider, by a second factor, to a
 * session. Whether an address is anybody's can be seen neither from the answer nor from how long it takes.
 */
@Component
class StaffSigningIn {

    private final Accounts accounts;
    private final AccountInvitations invitations;
    private final StaffIdentities identities;
    private final StaffSessions sessions;
    private final SecondFactors factors;
    private final Passwords passwords;
    private final StaffLimits limits;
    private final StaffSettings settings;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;

    StaffSigningIn(
            Accounts accounts,
            AccountInvitations invitations,
            StaffIdentities identities,
            StaffSessions sessions,
            SecondFactors factors,
            Passwords passwords,
            StaffLimits limits,
            StaffSettings settings,
            AuditTrail trail,
            TransactionalOperator transaction) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.identities = identities;
        this.sessions = sessions;
        this.factors = factors;
        this.passwords = passwords;
        this.limits = limits;
        this.settings = settings;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** What became of an attempt to sign in. */
    sealed interface Attempt {

        /** It was right; the secret is for the cookie. What is missing yet can be seen from the session. */
        record Right(Secret secret) implements Attempt {}

        /** Nobody signs in with this. */
        record Wrong() implements Attempt {}

        /** Nothing was checked: there were too many wrong ones. */
        record TooMany() implements Attempt {}

        /** Nothing was checked: too many people sign in at this moment. */
        record Busy() implements Attempt {}
    }

    Mono<Attempt> signIn(MailAddress mail, String password, String network) {
        return limits.allowed(mail, network)
                .flatMap(allowed -> allowed ? check(mail, password, network) : Mono.just(new Attempt.TooMany()))
                .onErrorReturn(RejectedExecutionException.class, new Attempt.Busy());
    }

    private Mono<Attempt> check(MailAddress mail, String password, String network) {
        return accounts.credentials(mail)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> owner(known, password))
                .flatMap(who -> limits.forgive(mail, network).then(enter(who)))
                .defaultIfEmpty(new Attempt.Wrong());
    }

    /** Whose password it is; empty if it is wrong, or nobody has this address. */
    private Mono<StaffId> owner(Optional<Credentials> known, String password) {
        return known.map(credentials -> passwords
                        .matches(password, credentials.hash())
                        .filter(Boolean::booleanValue)
                        .map(right -> credentials.id()))
                .orElseGet(() -> passwords.matchesNobody(password).then(Mono.empty()));
    }

    /** Sets the password of whoever the code belongs to. All her sessions end, as the password may have become known. */
    Mono<Attempt> accept(InvitationCode code, String password) {
        return passwords
                .hash(password)
                .flatMap(hash -> invitations
                        .use(code, hash)
                        .flatMap(who -> sessions.endAll(who).then(open(who, Action.PASSWORD_SET)))
                        .as(transaction::transactional))
                .<Attempt>map(Attempt.Right::new)
                .defaultIfEmpty(new Attempt.Wrong())
                .onErrorReturn(RejectedExecutionException.class, new Attempt.Busy());
    }

    /**
     * A session for whoever has proven to be somebody elsewhere, whom her mail address leads to her account the first time; empty
     * if she has none, or is locked.
     */
    Mono<Secret> vouchedFor(Identity identity) {
        return identities
                .known(identity)
                .flatMap(who -> open(who, Action.SIGNED_IN))
                .switchIfEmpty(Mono.defer(
                        () -> identities.link(identity).flatMap(who -> open(who, Action.IDENTITY_LINKED))))
                .as(transaction::transactional);
    }

    private Mono<Attempt> enter(StaffId who) {
        return open(who, Action.SIGNED_IN).<Attempt>map(Attempt.Right::new).as(transaction::transactional);
    }

    /**
     * A session that is complete if no second factor is needed; only then is she signed in.
     *
     * @param action what led to it
     */
    private Mono<Secret> open(StaffId who, Action action) {
        return sessions.open(who, false)
                .flatMap(half -> sessions.find(half)
                        .delayUntil(staff -> recordUnlessSignedIn(staff, action))
                        .flatMap(staff -> needsSecondFactor(staff)
                                .flatMap(
                                        needed -> needed ? Mono.just(half) : complete(staff, half, Action.SIGNED_IN))));
    }

    private Mono<Boolean> needsSecondFactor(Staff staff) {
        return settings.secondFactorFor().contains(staff.role()) ? Mono.just(true) : factors.has(staff.id());
    }

    private Mono<Void> recordUnlessSignedIn(Staff staff, Action action) {
        return action == Action.SIGNED_IN ? Mono.empty() : record(staff, action);
    }

    /** What shows a second factor, or that one was set up, leads to: a session under another secret. */
    private Mono<Secret> complete(Staff staff, Secret half, Action action) {
        return sessions.end(half)
                .then(accounts.noteSignIn(staff.id()))
                .then(record(staff, action))
                .then(sessions.open(staff.id(), true));
    }

    /** Shows the second factor, or one of the codes for the case that it is lost. */
    Mono<Attempt> second(Staff staff, Secret half, String typed) {
        return limits.allowed(staff.id())
                .flatMap(allowed -> allowed ? checkSecond(staff, half, typed) : Mono.just(new Attempt.TooMany()));
    }

    private Mono<Attempt> checkSecond(Staff staff, Secret half, String typed) {
        return shown(staff, typed)
                .flatMap(action -> complete(staff, half, action))
                .as(transaction::transactional)
                .delayUntil(entered -> limits.forgive(staff.id()))
                .<Attempt>map(Attempt.Right::new)
                .switchIfEmpty(Mono.defer(
                        () -> record(staff, Action.SECOND_FACTOR_WRONG).thenReturn(new Attempt.Wrong())));
    }

    /** How she has shown that it is her; empty if she has not. */
    Mono<Action> shown(Staff staff, String typed) {
        var code = typed.replaceAll("\\s", "");
        return InvitationCode.of(code)
                .map(recovery -> factors.takeRecovery(staff.id(), recovery)
                        .filter(Boolean::booleanValue)
                        .map(right -> Action.RECOVERY_CODE_USED))
                .orElseGet(() -> factors.take(staff.id(), code)
                        .filter(Boolean::booleanValue)
                        .map(right -> Action.SIGNED_IN));
    }

    /**
     * What was set up.
     *
     * @param secret for the cookie
     * @param recoveryCodes to be shown this once
     */
    record SetUp(Secret secret, List<InvitationCode> recoveryCodes) {

        @Override
        public String toString() {
            return "SetUp";
        }
    }

    /** Sets up the authenticator that was begun in this session, if this is its code; empty if it is wrong, or none was begun. */
    Mono<SetUp> setUp(Staff staff, Secret before, String code) {
        return limits.allowed(staff.id())
                .filter(Boolean::booleanValue)
                .flatMap(allowed -> setUpNow(staff, before, code.replaceAll("\\s", "")))
                .delayUntil(done -> limits.forgive(staff.id()));
    }

    private Mono<SetUp> setUpNow(Staff staff, Secret before, String code) {
        return factors.confirm(staff.id(), before, code)
                .filter(Boolean::booleanValue)
                .flatMap(right -> factors.newRecoveryCodes(staff.id()))
                .flatMap(codes ->
                        complete(staff, before, Action.SECOND_FACTOR_SET).map(secret -> new SetUp(secret, codes)))
                .as(transaction::transactional);
    }

    private Mono<Void> record(Staff staff, Action action) {
        return trail.record(
                staff.actor(), action, Reference.to("staff", staff.id().value()));
    }
}
