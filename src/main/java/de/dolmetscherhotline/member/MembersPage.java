package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.member.MemberInviting.Invitation;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/**
 * Who signs in for the organisation. Members invite and disable each other; a forgotten password is the coordinator's to set
 * anew, so that nobody takes over a colleague's access.
 */
@PortalPage
@RequestMapping(MembersPage.PATH)
class MembersPage {

    static final String PATH = PortalAccess.PATH + "/members";

    private static final String DISABLED = "disabled";
    private static final String ENABLED = "enabled";
    private static final String MAILED = "mailed";
    private static final Set<String> KNOWN_TO_BE_DONE = Set.of(DISABLED, ENABLED, MAILED);

    private final OrganisationMembers members;
    private final MemberInviting inviting;
    private final MemberLetters letters;
    private final SignInLimits limits;

    MembersPage(OrganisationMembers members, MemberInviting inviting, MemberLetters letters, SignInLimits limits) {
        this.members = members;
        this.inviting = inviting;
        this.letters = letters;
        this.limits = limits;
    }

    /**
     * What was typed about a colleague.
     *
     * @param show present if the code is to be shown rather than mailed
     */
    record Typed(
            @Nullable String name,
            @Nullable String mail,
            @Nullable String show) {

        private Form form() {
            return new Form(text(name), text(mail), show != null, null, null);
        }

        private static String text(@Nullable String typed) {
            return Objects.requireNonNullElse(typed, "").strip();
        }

        @Override
        public String toString() {
            return "Typed";
        }
    }

    /**
     * What the form shows.
     *
     * @param show whether the code is to be shown rather than mailed
     * @param nameProblem key of what is wrong with the name; null if nothing is
     * @param mailProblem the same of the mail address
     */
    public record Form(
            String name,
            String mail,
            boolean show,
            @Nullable String nameProblem,
            @Nullable String mailProblem) {

        private static final Form EMPTY = new Form("", "", false, null, null);
        private static final int LONGEST_NAME = 200;

        private Form checked() {
            return new Form(
                    name, mail, show, nameFault(), MailAddress.parse(mail).isPresent() ? null : "portal.problem.mail");
        }

        private @Nullable String nameFault() {
            if (name.isEmpty()) {
                return "portal.problem.name";
            }
            return name.length() > LONGEST_NAME ? "portal.problem.name-long" : null;
        }

        private Form withMailProblem(String key) {
            return new Form(name, mail, show, null, key);
        }

        public boolean isWrong() {
            return nameProblem != null || mailProblem != null;
        }

        @Override
        public String toString() {
            return "Form";
        }
    }

    @GetMapping
    Mono<Rendering> list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(name = PortalViews.DONE, required = false) @Nullable String done) {
        var said = done != null && KNOWN_TO_BE_DONE.contains(done) ? done : "";
        return page(who, Form.EMPTY)
                .map(page -> page.modelAttribute(PortalViews.DONE, said).build());
    }

    @PostMapping
    Mono<Rendering> invite(@AuthenticationPrincipal SignedIn who, @ModelAttribute Typed typed) {
        var form = typed.form().checked();
        return MailAddress.parse(form.mail())
                .filter(mail -> !form.isWrong())
                .map(mail -> invite(who, form, mail))
                .orElseGet(() -> refused(who, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private Mono<Rendering> invite(SignedIn who, Form form, MailAddress mail) {
        var invited = letters.areSent() && !form.show() ? mail(who, form, mail) : show(who, form, mail);
        return invited.onErrorResume(
                DataIntegrityViolationException.class,
                taken -> refused(
                        who, form.withMailProblem("portal.problem.mail-taken"), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** Whoever has not come yet may be invited again: a form that was sent twice invites one person. */
    private Mono<Rendering> show(SignedIn who, Form form, MailAddress mail) {
        return members.invited(who.organisation(), mail)
                .flatMap(waiting -> inviting.again(who.organisation(), waiting.id()))
                .switchIfEmpty(Mono.defer(() -> inviting.invite(who.organisation(), form.name(), mail)))
                .flatMap(invitation -> invited(who, invitation));
    }

    private Mono<Rendering> mail(SignedIn who, Form form, MailAddress mail) {
        return limits.invitedByMail(who.organisation())
                .flatMap(allowed -> allowed
                        ? members.invited(who.organisation(), mail)
                                .flatMap(waiting -> inviting.againByMail(who.organisation(), waiting.id()))
                                .switchIfEmpty(
                                        Mono.defer(() -> inviting.inviteByMail(who.organisation(), form.name(), mail)))
                                .map(mailed -> PortalViews.done(PATH, MAILED))
                        : tooMany(who, form));
    }

    private Mono<Rendering> tooMany(SignedIn who, Form form) {
        return refused(who, form.withMailProblem("portal.problem.too-many-invitations"), HttpStatus.TOO_MANY_REQUESTS);
    }

    @PostMapping("/{id}/invitation")
    Mono<Rendering> inviteAgain(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @ModelAttribute Typed typed) {
        return members.byId(who.organisation(), new MemberId(id))
                .filter(member -> member.state() == Member.State.INVITED)
                .flatMap(member -> again(who, member, typed.form()))
                .switchIfEmpty(Mono.fromSupplier(() -> PortalViews.seeOther(PATH)));
    }

    private Mono<Rendering> again(SignedIn who, Member member, Form form) {
        return letters.areSent() && !form.show()
                ? mailAgain(who, member)
                : inviting.again(who.organisation(), member.id()).flatMap(invitation -> invited(who, invitation));
    }

    private Mono<Rendering> mailAgain(SignedIn who, Member member) {
        return limits.invitedByMail(who.organisation())
                .flatMap(allowed -> allowed
                        ? inviting.againByMail(who.organisation(), member.id())
                                .map(mailed -> PortalViews.done(PATH, MAILED))
                        : tooMany(who, new Form(member.name(), member.mail(), false, null, null)));
    }

    /** Nobody disables herself: somebody must be left. */
    @PostMapping("/{id}/disable")
    Mono<Rendering> disable(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return who.member().value().equals(id)
                ? Mono.just(PortalViews.seeOther(PATH))
                : members.disable(who.organisation(), new MemberId(id)).map(found -> changed(found, DISABLED));
    }

    @PostMapping("/{id}/enable")
    Mono<Rendering> enable(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return members.enable(who.organisation(), new MemberId(id)).map(found -> changed(found, ENABLED));
    }

    private static Rendering changed(boolean found, String what) {
        return found ? PortalViews.done(PATH, what) : PortalViews.seeOther(PATH);
    }

    private Mono<Rendering> invited(SignedIn who, Invitation invitation) {
        return members.byId(who.organisation(), invitation.member())
                .map(member -> PortalViews.page("invited")
                        .modelAttribute("path", PATH)
                        .modelAttribute("member", member)
                        .modelAttribute("invitation", invitation)
                        .build());
    }

    private Mono<Rendering> refused(SignedIn who, Form form, HttpStatus status) {
        return page(who, form)
                .map(page ->
                        page.modelAttribute(PortalViews.DONE, "").status(status).build());
    }

    private Mono<Rendering.Builder<?>> page(SignedIn who, Form form) {
        return members.of(who.organisation())
                .collectList()
                .map(all -> PortalViews.page("members")
                        .modelAttribute("path", PATH)
                        .modelAttribute("members", all)
                        .modelAttribute("mails", letters.areSent())
                        .modelAttribute("form", form));
    }
}
