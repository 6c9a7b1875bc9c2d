package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.StaffId;
import de.dolmetscherhotline.oidc.Identity;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.signin.Attempt;
import de.dolmetscherhotline.signin.Credentials;
import de.dolmetscherhotline.signin.Guest;
import de.dolmetscherhotline.signin.InvitationCode;
import de.dolmetscherhotline.signin.Passwords;
import de.dolmetscherhotline.signin.WaysIn;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** How staff sign in: whichever way they come, by their second factor, if they need or have one. */
@Component
class StaffSigningIn extends WaysIn<StaffId> {

    private final Accounts accounts;
    private final AccountInvitations invitations;
    private final StaffIdentities identities;
    private final StaffSessions sessions;
    private final SecondFactors factors;
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
        super(passwords, limits, transaction);
        this.accounts = accounts;
        this.invitations = invitations;
        this.identities = identities;
        this.sessions = sessions;
        this.factors = factors;
        this.limits = limits;
        this.settings = settings;
        this.trail = trail;
        this.transaction = transaction;
    }

    @Override
    protected Mono<Credentials<StaffId>> credentials(MailAddress mail) {
        return accounts.credentials(mail);
    }

    @Override
    protected Mono<Secret> enter(StaffId who) {
        return open(who, Action.SIGNED_IN);
    }

    @Override
    protected Mono<Guest> guest(InvitationCode code) {
        return invitations.guest(code);
    }

    @Override
    protected Mono<StaffId> use(InvitationCode code, String passwordHash) {
        return invitations.use(code, passwordHash);
    }

    @Override
    protected Mono<Secret> enterAnew(StaffId who) {
        return sessions.endAll(who).then(open(who, Action.PASSWORD_SET));
    }

    /** Her mail address leads her to her account the first time. */
    @Override
    protected Mono<Secret> vouchedFor(Identity identity) {
        return identities
                .known(identity)
                .flatMap(this::enter)
                .switchIfEmpty(Mono.defer(
                        () -> identities.link(identity).flatMap(who -> open(who, Action.IDENTITY_LINKED))))
                .as(transaction::transactional);
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

    /** Sets up the authenticator that was begun in this session, if this is its code; it is wrong also if none was begun. */
    Mono<CodeCheck<SetUp>> setUp(Staff staff, Secret before, String code) {
        return limits.allowed(staff.id())
                .flatMap(allowed -> allowed
                        ? checkAndSetUp(staff, before, code.replaceAll("\\s", ""))
                        : Mono.just(new CodeCheck.TooMany<>()));
    }

    private Mono<CodeCheck<SetUp>> checkAndSetUp(Staff staff, Secret before, String code) {
        return setUpNow(staff, before, code)
                .delayUntil(done -> limits.forgive(staff.id()))
                .<CodeCheck<SetUp>>map(CodeCheck.Right::new)
                .defaultIfEmpty(new CodeCheck.Wrong<>());
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
