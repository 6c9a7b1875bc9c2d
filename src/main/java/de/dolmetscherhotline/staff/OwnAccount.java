package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.signin.InvitationCode;
import de.dolmetscherhotline.signin.Passwords;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What somebody does with her own access. */
@Component
class OwnAccount {

    private final Accounts accounts;
    private final StaffSessions sessions;
    private final SecondFactors factors;
    private final StaffSigningIn signingIn;
    private final Passwords passwords;
    private final StaffLimits limits;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;

    OwnAccount(
            Accounts accounts,
            StaffSessions sessions,
            SecondFactors factors,
            StaffSigningIn signingIn,
            Passwords passwords,
            StaffLimits limits,
            AuditTrail trail,
            TransactionalOperator transaction) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
        this.signingIn = signingIn;
        this.passwords = passwords;
        this.limits = limits;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** What became of a change of password. */
    sealed interface Result {

        /** It was changed; the secret is for the cookie. */
        record Changed(Secret secret) implements Result {}

        /** The new one is not good enough; why, as the key of a message. */
        record Unfit(String problem) implements Result {}

        /** The old one is wrong, or was tried too often; as the key of a message. */
        record Refused(String problem) implements Result {}
    }

    /** Ends all sessions, and begins one for this browser. */
    Mono<Result> changePassword(Staff who, String before, String password) {
        return passwords
                .problem(password)
                .<Mono<Result>>map(problem -> Mono.just(new Result.Unfit(problem)))
                .orElseGet(() -> limits.allowed(who.id())
                        .flatMap(allowed -> allowed
                                ? checkAndChange(who, before, password)
                                : Mono.just(new Result.Refused("portal.problem.too-many"))))
                .onErrorReturn(RejectedExecutionException.class, new Result.Refused("portal.problem.busy"));
    }

    private Mono<Result> checkAndChange(Staff who, String before, String password) {
        return accounts.credentials(who.id())
                .flatMap(known -> passwords.matches(before, known.hash()))
                .filter(Boolean::booleanValue)
                .flatMap(right -> limits.forgive(who.id()).then(passwords.hash(password)))
                .flatMap(hash -> change(who, hash))
                .<Result>map(Result.Changed::new)
                .defaultIfEmpty(new Result.Refused("dashboard.problem.password-before"));
    }

    private Mono<Secret> change(Staff who, String hash) {
        return accounts.setPassword(who.id(), hash)
                .then(sessions.endAll(who.id()))
                .then(record(who, Action.PASSWORD_SET))
                .then(sessions.open(who.id(), true))
                .as(transaction::transactional);
    }

    /** If the code of the authenticator is right. */
    Mono<CodeCheck<List<InvitationCode>>> newRecoveryCodes(Staff who, String code) {
        return ifShown(
                who,
                code,
                how -> factors.newRecoveryCodes(who.id()).delayUntil(codes -> record(who, Action.RECOVERY_CODES_MADE)));
    }

    /**
     * From now on she may set up another authenticator in this session; the one that she has holds until that is confirmed.
     * She shows its code, or one for the case that it is lost; which, is answered.
     */
    Mono<CodeCheck<Action>> beginSecondFactor(Staff who, Secret session, String code) {
        return ifShown(
                who,
                code,
                how -> (how == Action.RECOVERY_CODE_USED ? record(who, how) : Mono.<Void>empty())
                        .then(factors.beginToReplace(who.id(), session))
                        .thenReturn(how));
    }

    private <T> Mono<CodeCheck<T>> ifShown(Staff who, String code, Function<Action, Mono<T>> deed) {
        return limits.allowed(who.id())
                .flatMap(allowed -> allowed ? checkAndDo(who, code, deed) : Mono.just(new CodeCheck.TooMany<>()));
    }

    private <T> Mono<CodeCheck<T>> checkAndDo(Staff who, String code, Function<Action, Mono<T>> deed) {
        return signingIn
                .shown(who, code)
                .delayUntil(right -> limits.forgive(who.id()))
                .flatMap(deed)
                .<CodeCheck<T>>map(CodeCheck.Right::new)
                .as(transaction::transactional)
                .defaultIfEmpty(new CodeCheck.Wrong<>());
    }

    Mono<Void> signOutEverywhere(Staff who) {
        return sessions.endAll(who.id())
                .then(record(who, Action.SIGNED_OUT_EVERYWHERE))
                .as(transaction::transactional);
    }

    private Mono<Void> record(Staff who, Action what) {
        return trail.record(who.actor(), what, Reference.to("staff", who.id().value()));
    }
}
