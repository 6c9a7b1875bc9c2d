package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.member.MemberInvitations.Fresh;
import de.dolmetscherhotline.member.OrganisationMembers.Known;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.signin.InvitationCode;
import de.dolmetscherhotline.work.WorkQueue;
import java.net.URI;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Invites people to sign in for an organisation. Whoever invites hands the code over, or the link with the code in it; or the
 * link goes by mail, where this installation sends any.
 */
@Component
public class MemberInviting {

    private final OrganisationMembers members;
    private final MemberInvitations invitations;
    private final MemberLetters letters;
    private final SigningIn signingIn;
    private final PortalSettings settings;
    private final WorkQueue work;
    private final TransactionalOperator transaction;
    private final PublicUrl publicUrl;

    MemberInviting(
            OrganisationMembers members,
            MemberInvitations invitations,
            MemberLetters letters,
            SigningIn signingIn,
            PortalSettings settings,
            WorkQueue work,
            TransactionalOperator transaction,
            PublicUrl publicUrl) {
        this.members = members;
        this.invitations = invitations;
        this.letters = letters;
        this.signingIn = signingIn;
        this.settings = settings;
        this.work = work;
        this.transaction = transaction;
        this.publicUrl = publicUrl;
    }

    /**
     * What an invited person needs, and nobody else may see; it can never be read again.
     *
     * @param code as people write it
     * @param link to the page on which she sets her password
     */
    public record Invitation(MemberId member, String code, URI link, Instant expiresAt) {

        @Override
        public String toString() {
            return "Invitation of " + member;
        }
    }

    /**
     * Adds a member who sets her password with the code.
     *
     * @return fails with a DataIntegrityViolationException that names the violated constraint
     */
    public Mono<Invitation> invite(OrganisationId organisation, String name, MailAddress mail) {
        var id = MemberId.random();
        return members.add(id, organisation, name, mail)
                .then(again(organisation, id))
                .as(transaction::transactional);
    }

    /** A new code for a member, also for one who has forgotten her password; empty if there is none, or she is disabled. */
    public Mono<Invitation> again(OrganisationId organisation, MemberId who) {
        return invitations
                .make(organisation, who, settings.invitationLife())
                .map(fresh -> new Invitation(who, fresh.code().written(), link(fresh), fresh.expiresAt()));
    }

    /**
     * Somebody to whom a link was mailed.
     *
     * @param expiresAt from when on it does not work any more
     */
    record Mailed(MemberId member, Instant expiresAt) {}

    /**
     * Adds a member who gets the link by mail.
     *
     * @return fails with a DataIntegrityViolationException that names the violated constraint, or with a problem if the
     *     organisation is blocked, as nobody may sign in then
     */
    Mono<Mailed> inviteByMail(OrganisationId organisation, String name, MailAddress mail) {
        var id = MemberId.random();
        return members.add(id, organisation, name, mail)
                .then(mail(organisation, id))
                .switchIfEmpty(Mono.error(() -> Problems.conflict("The organisation is blocked.")))
                .as(this::committed);
    }

    /** A new link by mail; empty if there is no such member, or she may not sign in. */
    Mono<Mailed> againByMail(OrganisationId organisation, MemberId who) {
        return mail(organisation, who).as(this::committed);
    }

    private Mono<Mailed> committed(Mono<Mailed> mailed) {
        return mailed.as(transaction::transactional).doOnNext(ordered -> work.nudge());
    }

    private Mono<Mailed> mail(OrganisationId organisation, MemberId who) {
        return members.byId(organisation, who)
                .map(member -> new MailAddress(member.mail()))
                .flatMap(address -> members.known(address).flatMap(known -> mail(known, address)));
    }

    private Mono<Mailed> mail(Known known, MailAddress address) {
        return invitations
                .make(known.organisation(), known.id(), settings.invitationLife())
                .flatMap(fresh -> letters.invite(address, known.organisationName(), link(fresh))
                        .thenReturn(new Mailed(known.id(), fresh.expiresAt())));
    }

    /** A link with which a member sets a new password soon; empty if there is none, or she is disabled. */
    Mono<URI> reset(OrganisationId organisation, MemberId who) {
        return invitations.make(organisation, who, settings.resetLife()).map(this::link);
    }

    private URI link(Fresh fresh) {
        return publicUrl.of(AcceptPage.PATH + "/" + fresh.code().written());
    }

    /** Adds a member with this password, unless her mail address is somebody's already: for demonstrations. */
    public Mono<Void> admit(OrganisationId organisation, String name, MailAddress mail, String password) {
        return members.isKnown(mail)
                .filter(known -> !known)
                .flatMap(unknown -> invite(organisation, name, mail))
                .flatMap(invitation -> Mono.justOrEmpty(InvitationCode.of(invitation.code())))
                .flatMap(code -> signingIn.accept(code, password))
                .then();
    }
}
