package de.dolmetscherhotline.signin;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.oidc.Identity;
import de.dolmetscherhotline.platform.Secret;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * From a mail address and a password, a code and a new password, or the word of an identity provider, to a session. Whether an
 * address is anybody's can be seen neither from the answer nor from how long it takes.
 *
 * @param <I> kind of id of those who sign in
 */
public abstract class WaysIn<I> {

    private final Passwords passwords;
    private final GuessLimits limits;
    private final TransactionalOperator transaction;

    protected WaysIn(Passwords passwords, GuessLimits limits, TransactionalOperator transaction) {
        this.passwords = passwords;
        this.limits = limits;
        this.transaction = transaction;
    }

    /** The password of whoever may sign in with this mail address; empty if nobody may. */
    protected abstract Mono<Credentials<I>> credentials(MailAddress mail);

    /** A session for whoever has typed her password, in the current transaction. */
    protected abstract Mono<Secret> enter(I who);

    /** Who a code belongs to, however often it is asked; empty if it does not work. */
    protected abstract Mono<Guest> guest(InvitationCode code);

    /** Uses the code up and sets the password; whose it was, or empty if the code does not work. */
    protected abstract Mono<I> use(InvitationCode code, String passwordHash);

    /** The only session of whoever has set her password anew, as the one before may have become known; in the current transaction. */
    protected abstract Mono<Secret> enterAnew(I who);

    /** A session for whoever has proven to be somebody elsewhere; empty if she was not invited, or may not sign in any more. */
    protected abstract Mono<Secret> vouchedFor(Identity identity);

    public Mono<Attempt> signIn(MailAddress mail, String password, String network) {
        return limits.allowed(mail, network)
                .flatMap(allowed -> allowed ? check(mail, password, network) : Mono.just(new Attempt.TooMany()))
                .onErrorReturn(RejectedExecutionException.class, new Attempt.Busy());
    }

    private Mono<Attempt> check(MailAddress mail, String password, String network) {
        return credentials(mail)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> owner(known, password))
                .flatMap(who -> limits.forgive(mail, network).then(entered(enter(who))))
                .defaultIfEmpty(new Attempt.Wrong());
    }

    /** Whose password it is; empty if it is wrong, or nobody has this address. */
    private Mono<I> owner(Optional<Credentials<I>> known, String password) {
        return known.map(credentials -> passwords
                        .matches(password, credentials.hash())
                        .filter(Boolean::booleanValue)
                        .map(right -> credentials.id()))
                .orElseGet(() -> passwords.matchesNobody(password).then(Mono.empty()));
    }

    /** Sets the password of whoever the code belongs to. */
    public Mono<Attempt> accept(InvitationCode code, String password) {
        return passwords
                .hash(password)
                .flatMap(hash -> entered(use(code, hash).flatMap(this::enterAnew)))
                .defaultIfEmpty(new Attempt.Wrong())
                .onErrorReturn(RejectedExecutionException.class, new Attempt.Busy());
    }

    private Mono<Attempt> entered(Mono<Secret> session) {
        return session.<Attempt>map(Attempt.Right::new).as(transaction::transactional);
    }
}
