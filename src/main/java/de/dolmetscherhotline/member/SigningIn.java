package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.member.OrganisationMembers.Credentials;
import de.dolmetscherhotline.signin.InvitationCode;
import de.dolmetscherhotline.signin.Mail;
import de.dolmetscherhotline.signin.Passwords;
import de.dolmetscherhotline.signin.SessionSecret;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * From a mail address and a password, or from a code and a new password, to a session. Whether an address is anybody's can be
 * seen neither from the answer nor from how long it takes.
 */
@Component
class SigningIn {

    private final OrganisationMembers members;
    private final MemberInvitations invitations;
    private final MemberSessions sessions;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final TransactionalOperator transaction;

    SigningIn(
            OrganisationMembers members,
            MemberInvitations invitations,
            MemberSessions sessions,
            Passwords passwords,
            SignInLimits limits,
            TransactionalOperator transaction) {
        this.members = members;
        this.invitations = invitations;
        this.sessions = sessions;
        this.passwords = passwords;
        this.limits = limits;
        this.transaction = transaction;
    }

    /** What became of an attempt to sign in. */
    sealed interface Attempt {

        /** It was right; the secret is for the cookie. */
        record Right(SessionSecret secret) implements Attempt {}

        /** Nobody signs in with this. */
        record Wrong() implements Attempt {}

        /** Nothing was checked: there were too many wrong ones. */
        record TooMany() implements Attempt {}

        /** Nothing was checked: too many people sign in at this moment. */
        record Busy() implements Attempt {}
    }

    Mono<Attempt> signIn(Mail mail, String password, String network) {
        return limits.allowed(mail, network)
                .flatMap(allowed -> allowed ? check(mail, password, network) : Mono.just(new Attempt.TooMany()))
                .onErrorReturn(RejectedExecutionException.class, new Attempt.Busy());
    }

    private Mono<Attempt> check(Mail mail, String password, String network) {
        return members.credentials(mail)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> owner(known, password))
                .flatMap(who -> limits.forgive(mail, network).then(enter(who)))
                .defaultIfEmpty(new Attempt.Wrong());
    }

    /** Whose password it is; empty if it is wrong, or nobody has this address. */
    private Mono<MemberId> owner(Optional<Credentials> known, String password) {
        return known.map(credentials -> passwords
                        .matches(password, credentials.hash())
                        .filter(Boolean::booleanValue)
                        .map(right -> credentials.id()))
                .orElseGet(() -> passwords.matchesNobody(password).then(Mono.empty()));
    }

    private Mono<Attempt> enter(MemberId who) {
        return members.noteSignIn(who)
                .then(sessions.open(who))
                .<Attempt>map(Attempt.Right::new)
                .as(transaction::transactional);
    }

    /** Sets the password of whoever the code belongs to. All her other sessions end, as the password may have become known. */
    Mono<Attempt> accept(InvitationCode code, String password) {
        return passwords
                .hash(password)
                .flatMap(hash -> use(code, hash))
                .defaultIfEmpty(new Attempt.Wrong())
                .onErrorReturn(RejectedExecutionException.class, new Attempt.Busy());
    }

    private Mono<Attempt> use(InvitationCode code, String hash) {
        return invitations
                .use(code, hash)
                .flatMap(who -> sessions.endAll(who).then(sessions.open(who)))
                .<Attempt>map(Attempt.Right::new)
                .as(transaction::transactional);
    }
}
