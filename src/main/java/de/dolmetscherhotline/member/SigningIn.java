package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.oidc.Identity;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.signin.Attempt;
import de.dolmetscherhotline.signin.Credentials;
import de.dolmetscherhotline.signin.Guest;
import de.dolmetscherhotline.signin.InvitationCode;
import de.dolmetscherhotline.signin.Passwords;
import de.dolmetscherhotline.signin.WaysIn;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** How members sign in, and change their password. */
@Component
class SigningIn extends WaysIn<MemberId> {

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
        super(passwords, limits, transaction);
        this.members = members;
        this.invitations = invitations;
        this.identities = identities;
        this.sessions = sessions;
        this.passwords = passwords;
        this.limits = limits;
        this.transaction = transaction;
    }

    @Override
    protected Mono<Credentials<MemberId>> credentials(MailAddress mail) {
        return members.credentials(mail);
    }

    @Override
    protected Mono<Secret> enter(MemberId who) {
        return members.noteSignIn(who).then(sessions.open(who));
    }

    @Override
    protected Mono<Guest> guest(InvitationCode code) {
        return invitations.guest(code);
    }

    @Override
    protected Mono<MemberId> use(InvitationCode code, String passwordHash) {
        return invitations.use(code, passwordHash);
    }

    @Override
    protected Mono<Secret> enterAnew(MemberId who) {
        return sessions.endAll(who).then(sessions.open(who));
    }

    @Override
    protected Mono<Secret> vouchedFor(Identity identity) {
        return identities.member(identity).flatMap(this::enter).as(transaction::transactional);
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

    private Mono<Attempt> replace(Credentials<MemberId> old, String hash) {
        return members.replacePassword(old, hash)
                .filter(Boolean::booleanValue)
                .flatMap(replaced -> enterAnew(old.id()))
                .<Attempt>map(Attempt.Right::new)
                .as(transaction::transactional);
    }
}
