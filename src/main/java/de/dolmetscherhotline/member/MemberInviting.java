package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.signin.InvitationCode;
import de.dolmetscherhotline.signin.Mail;
import java.net.URI;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Invites people to sign in for an organisation. Whoever invites hands the code over, or the link with the code in it. */
@Component
public class MemberInviting {

    private final OrganisationMembers members;
    private final MemberInvitations invitations;
    private final SigningIn signingIn;
    private final TransactionalOperator transaction;
    private final PublicUrl publicUrl;

    MemberInviting(
            OrganisationMembers members,
            MemberInvitations invitations,
            SigningIn signingIn,
            TransactionalOperator transaction,
            PublicUrl publicUrl) {
        this.members = members;
        this.invitations = invitations;
        this.signingIn = signingIn;
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
    Mono<Invitation> invite(OrganisationId organisation, String name, Mail mail) {
        var id = MemberId.random();
        return members.add(id, organisation, name, mail)
                .then(again(organisation, id))
                .as(transaction::transactional);
    }

    /** A new code for a member, also for one who has forgotten her password; empty if there is none, or she is disabled. */
    Mono<Invitation> again(OrganisationId organisation, MemberId who) {
        return invitations
                .make(organisation, who)
                .map(fresh -> new Invitation(
                        who,
                        fresh.code().written(),
                        publicUrl.of(AcceptPage.PATH + "/" + fresh.code().written()),
                        fresh.expiresAt()));
    }

    /** Adds a member with this password, unless her mail address is somebody's already: for demonstrations. */
    public Mono<Void> admit(OrganisationId organisation, String name, Mail mail, String password) {
        return members.isKnown(mail)
                .filter(known -> !known)
                .flatMap(unknown -> invite(organisation, name, mail))
                .flatMap(invitation -> Mono.justOrEmpty(InvitationCode.of(invitation.code())))
                .flatMap(code -> signingIn.accept(code, password))
                .then();
    }
}
