package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.member.OrganisationMembers.Credentials;
import de.dolmetscherhotline.oidc.Identity;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.signin.InvitationCode;
import de.dolmetscherhotline.signin.Passwords;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * From a mail address and a password, a code and a new password, or the word of an identity provider, to a session. Whether an address is anybody's can be
 * seen neither from the answer nor from how long it takes.
 */
@Component
class SigningIn {

    private final OrganisationMembers members;
    private final MemberInvitations invitations;
    private final MemberIdentities identities;
    private final MemberSessions sessions;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final TransactionalOperator transaction;

    SigningIn(
            OrganisationMembers members,
            MemberInvitations invitations,
            MemberIdentities identities,
            MemberSessions sessions,
            Passwords passwords,
            SignInLimits limits,
            TransactionalOperator transaction) {
        this.members = members;
        this.invitations = invitations;
        this.identities = identities;
        this.sessions = sessions;
        this.passwords = passwords;
        this.limits = limits;
        this.transaction = transaction;
    }

    /** What became of an attempt to sign in. */
    sealed interface Attempt {

        /** It was right; the secret is for the cookie. */
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
        return open(who).<Attempt>map(Attempt.Right::new).as(transaction::transactional);
    }

    private Mono<Secret> open(MemberId who) {
        return members.noteSignIn(who).then(sessions.open(who));
    }

    /** A session for whoever has proven to be somebody elsewhere; empty if she was not invited, or may not sign in any more. */
    Mono<Secret> vouchedFor(Identity identity) {
        return identities.member(identity).flatMap(this::open).as(transaction::transactional);
    }

    /** Sets a new password in the place of the old one; all other sessions end. */
    Mono<Attempt> changePassword(MemberId who, String old, String fresh) {
        return limits.ownPassword(who)
                .flatMap(allowed -> allowed ? check(who, old, fresh) : Mono.just(new Attempt.TooMany()))
                .onErrorReturn(RejectedExecutionException.class, new Attempt.Busy());
    }

    private Mono<Attempt> check(MemberId who, String old, String fresh) {
        return members.credentials(who)
                .filterWhen(credentials -> passwords.matches(old, credentials.hash()))
                .flatMap(right -> limits.forgiveOwnPassword(who)
                        .then(passwords.hash(fresh))
                        .flatMap(hash -> replace(right, hash)))
                .defaultIfEmpty(new Attempt.Wrong());
    }

    private Mono<Attempt> replace(Credentials old, String hash) {
        return members.replacePassword(old, hash)
                .filter(Boolean::booleanValue)
                .flatMap(replaced -> sessions.endAll(old.id()).then(sessions.open(old.id())))
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
