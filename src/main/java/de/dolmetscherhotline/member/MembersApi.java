package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.member.MemberInviting.Invitation;
import de.dolmetscherhotline.member.MemberInviting.Mailed;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(MembersApi.PATH)
@Tag(name = "Members", description = "people who sign in to the portal for an organisation")
class MembersApi {

    static final String PATH = "/api/v1/organisations/{organisationId}/members";

    private static final String BY_MAIL = "whether she gets the link by mail; the code is not answered then";

    private static final ConstraintProblems PROBLEMS = ConstraintProblems.of(Map.of(
            "member_mail", () -> Problems.conflict("mail", "is somebody's already"),
            "member_organisation_id_fkey", () -> Problems.notFound("organisation")));

    private final OrganisationMembers members;
    private final MemberInviting inviting;
    private final MemberLetters letters;
    private final MemberIdentities identities;

    MembersApi(
            OrganisationMembers members, MemberInviting inviting, MemberLetters letters, MemberIdentities identities) {
        this.members = members;
        this.inviting = inviting;
        this.letters = letters;
        this.identities = identities;
    }

    @PostMapping
    @Operation(
            summary = "Invite somebody to sign in for an organisation",
            description =
                    "The code and the link are answered once and can never be read again. Hand one of them over; she"
                            + " sets her password with it. Where the installation sends mail, she can get the link by"
                            + " mail instead; then nobody else sees it.")
    Mono<ResponseEntity<InvitationView>> invite(
            @PathVariable UUID organisationId,
            @Parameter(description = BY_MAIL) @RequestParam(defaultValue = "false") boolean byMail,
            @Valid @RequestBody NewMember body) {
        return invite(new OrganisationId(organisationId), byMail, body)
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .map(invitation -> ResponseEntity.created(address(organisationId, invitation.id()))
                        .body(invitation));
    }

    private Mono<InvitationView> invite(OrganisationId organisation, boolean byMail, NewMember body) {
        if (!byMail) {
            return inviting.invite(organisation, body.name(), body.address()).map(InvitationView::of);
        }
        return mayMail()
                .then(Mono.defer(() -> inviting.inviteByMail(organisation, body.name(), body.address())))
                .map(InvitationView::of);
    }

    private Mono<Void> mayMail() {
        return letters.areSent()
                ? Mono.empty()
                : Mono.error(() -> Problems.conflict("This installation sends no mail."));
    }

    @GetMapping
    @Operation(summary = "List the members of an organisation, oldest first")
    Mono<ResponseEntity<List<MemberView>>> list(
            @PathVariable UUID organisationId, @Valid @ParameterObject PageQuery query) {
        var organisation = new OrganisationId(organisationId);
        return Responses.listed(
                members.of(organisation, query.limit(), query.offset()).map(MemberView::of),
                members.count(organisation));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at a member of an organisation")
    Mono<MemberView> one(@PathVariable UUID organisationId, @PathVariable UUID id) {
        return members.byId(new OrganisationId(organisationId), new MemberId(id))
                .map(MemberView::of)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("member")));
    }

    @PostMapping("/{id}/invitation")
    @Operation(
            summary = "Invite a member again, or let her set a new password",
            description =
                    "The code before ends. Her password stays until she sets a new one with the code; then all her"
                            + " sessions end.")
    Mono<InvitationView> inviteAgain(
            @PathVariable UUID organisationId,
            @PathVariable UUID id,
            @Parameter(description = BY_MAIL) @RequestParam(defaultValue = "false") boolean byMail) {
        var organisation = new OrganisationId(organisationId);
        return again(organisation, new MemberId(id), byMail)
                .switchIfEmpty(Mono.defer(() -> notInvited(organisation, new MemberId(id))));
    }

    private Mono<InvitationView> again(OrganisationId organisation, MemberId id, boolean byMail) {
        return byMail
                ? mayMail()
                        .then(Mono.defer(() -> inviting.againByMail(organisation, id)))
                        .map(InvitationView::of)
                : inviting.again(organisation, id).map(InvitationView::of);
    }

    private Mono<InvitationView> notInvited(OrganisationId organisation, MemberId id) {
        return members.byId(organisation, id)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("member")))
                .flatMap(disabled -> Mono.error(() ->
                        Problems.conflict("The member is disabled, or her organisation blocked. Enable her first.")));
    }

    @PostMapping("/{id}/disable")
    @Operation(summary = "Keep a member from signing in", description = "She is signed out everywhere at once.")
    Mono<MemberView> disable(@PathVariable UUID organisationId, @PathVariable UUID id) {
        return members.disable(new OrganisationId(organisationId), new MemberId(id))
                .then(Mono.defer(() -> one(organisationId, id)));
    }

    @PostMapping("/{id}/enable")
    @Operation(summary = "Let a member sign in again")
    Mono<MemberView> enable(@PathVariable UUID organisationId, @PathVariable UUID id) {
        return members.enable(new OrganisationId(organisationId), new MemberId(id))
                .then(Mono.defer(() -> one(organisationId, id)));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove a member", description = "Nothing stored about her is left.")
    Mono<ResponseEntity<Void>> remove(@PathVariable UUID organisationId, @PathVariable UUID id) {
        return Responses.removed(members.remove(new OrganisationId(organisationId), new MemberId(id)), "member");
    }

    @DeleteMapping("/{id}/identity")
    @Operation(
            summary = "Forget as whom the identity provider knows a member",
            description = "She is recognised anew, by her mail address, when she comes the next time.")
    Mono<ResponseEntity<Void>> forgetIdentity(@PathVariable UUID organisationId, @PathVariable UUID id) {
        return Responses.removed(identities.forget(new OrganisationId(organisationId), new MemberId(id)), "identity");
    }

    private static URI address(UUID organisation, MemberId member) {
        return URI.create(PATH.replace("{organisationId}", organisation.toString()) + "/" + member);
    }

    record NewMember(
            @Schema(example = "Petra Lindner") @NotBlank @Size(max = 200)
            String name,

            @Schema(
                    description = "with which she signs in; capitals and small letters are alike",
                    example = "lindner@praxis.example")
            @NotBlank
            @Size(max = 254)
            @Pattern(
                    regexp = MailAddress.FORM,
                    flags = Pattern.Flag.CASE_INSENSITIVE,
                    message = "must be a mail address")
            String mail) {

        private MailAddress address() {
            return MailAddress.parse(mail).orElseThrow();
        }

        @Override
        public String toString() {
            return "NewMember";
        }
    }

    @Schema(name = "MemberInvitation")
    record InvitationView(
            MemberId id,

            @Schema(
                    description = "to be typed on the page; null if the link was mailed",
                    example = "7KQM-2XWP-H4RT-9BDE")
            @Nullable
            String invitationCode,

            @Schema(description = "to the page, with the code; null if it was mailed") @Nullable
            URI link,

            Instant expiresAt) {

        private static InvitationView of(Invitation invitation) {
            return new InvitationView(
                    invitation.member(), invitation.code(), invitation.link(), invitation.expiresAt());
        }

        private static InvitationView of(Mailed mailed) {
            return new InvitationView(mailed.member(), null, null, mailed.expiresAt());
        }

        @Override
        public String toString() {
            return "InvitationView";
        }
    }

    @Schema(name = "Member")
    record MemberView(
            MemberId id,
            String name,
            String mail,
            @Schema(description = "whether she can sign in") Member.State state,
            Instant createdAt,
            @Nullable Instant lastSignInAt,
            @Nullable Instant disabledAt,

            @Schema(description = "until when the last code works; null if there is none, or she has used it") @Nullable
            Instant invitedUntil) {

        private static MemberView of(Member member) {
            return new MemberView(
                    member.id(),
                    member.name(),
                    member.mail(),
                    member.state(),
                    member.createdAt(),
                    member.lastSignInAt(),
                    member.disabledAt(),
                    member.invitedUntil());
        }

        @Override
        public String toString() {
            return "MemberView";
        }
    }
}
