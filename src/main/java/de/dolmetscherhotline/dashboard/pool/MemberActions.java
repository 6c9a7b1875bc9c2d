package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.TooManyEntries;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.volunteer.LanguageDecisions;
import de.dolmetscherhotline.volunteer.LanguageProposal;
import de.dolmetscherhotline.volunteer.LanguageProposals;
import de.dolmetscherhotline.volunteer.Links;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What is done to a member from her page with a single button. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(InterpreterPage.PATH)
class MemberActions {

    private static final int LONGEST_ANSWER = 300;

    private final PoolMembers members;
    private final Dossier dossier;
    private final Availabilities availabilities;
    private final Links links;
    private final LanguageProposals proposals;
    private final LanguageDecisions decisions;
    private final Clock clock;

    MemberActions(
            PoolMembers members,
            Dossier dossier,
            Availabilities availabilities,
            Links links,
            LanguageProposals proposals,
            LanguageDecisions decisions,
            Clock clock) {
        this.members = members;
        this.dossier = dossier;
        this.availabilities = availabilities;
        this.links = links;
        this.proposals = proposals;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * What was sent.
     *
     * @param duty {@code on}, {@code off} or {@code plan}
     */
    record Switch(@Nullable String duty, @Nullable String until) {}

    @PostMapping("/availability")
    Mono<Rendering> switched(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Switch typed, Locale locale) {
        return members.find(who, id).flatMap(member -> switch (Typed.text(typed.duty())) {
            case "on" -> say(who, member, true, typed, locale);
            case "off" -> say(who, member, false, typed, locale);
            case "plan" -> availabilities.forgetWords(member.id()).thenReturn(done(id, "plan"));
            default -> Mono.just(DashboardViews.seeOther(InterpreterPage.of(id)));
        });
    }

    private Mono<Rendering> say(Staff who, Interpreter member, boolean available, Switch typed, Locale locale) {
        var now = clock.instant();
        var form = SwitchForm.of(typed.until(), now, member.timeZone());
        return form.problem() == null
                ? availabilities
                        .say(member.id(), form.word(available, now, member.timeZone()))
                        .thenReturn(done(member.id().value(), available ? "on" : "off"))
                        .onErrorMap(
                                TooManyEntries.class,
                                tooMany -> Problems.conflict("There are too many such times already."))
                : Mono.just(refused(who, member, form, locale));
    }

    private Rendering refused(Staff who, Interpreter member, SwitchForm form, Locale locale) {
        return dossier.page(who, member, locale)
                .modelAttribute("switching", form)
                .modelAttribute(DashboardViews.DONE, "")
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }

    /** Ends the link to her own page, and whatever visit was opened with it. */
    @PostMapping("/link")
    Mono<Rendering> revokeLink(@AuthenticationPrincipal Staff who, @PathVariable UUID id) {
        return members.find(who, id)
                .flatMap(member -> links.revoke(member.id()))
                .thenReturn(done(id, "link"));
    }

    /** Somebody else may have decided, or she may have taken it back. */
    @PostMapping("/proposals/{proposal}/acceptance")
    Mono<Rendering> accept(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @PathVariable UUID proposal,
            @ModelAttribute Answer typed) {
        return members.find(who, id)
                .flatMap(member -> open(member, proposal)
                        .flatMap(open -> takesHerOnlyLanguage(member, open)
                                ? Mono.just("only-language")
                                : decisions.accept(open.id(), typed.text()).map(done -> done ? "accepted" : "gone")))
                .defaultIfEmpty("gone")
                .map(what -> done(id, what));
    }

    private static boolean takesHerOnlyLanguage(Interpreter member, LanguageProposal proposal) {
        return proposal.level() == null
                && member.profile().languages().stream()
                        .allMatch(skill -> skill.language().equals(proposal.language()));
    }

    @PostMapping("/proposals/{proposal}/refusal")
    Mono<Rendering> refuse(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @PathVariable UUID proposal,
            @ModelAttribute Answer typed) {
        return members.find(who, id)
                .flatMap(member -> open(member, proposal))
                .flatMap(open -> decisions.refuse(open.id(), typed.text()))
                .defaultIfEmpty(false)
                .map(refused -> done(id, refused ? "refused" : "gone"));
    }

    /** What the volunteer gets to read; nothing if it is empty. */
    record Answer(@Nullable String answer) {

        private @Nullable String text() {
            var given = Typed.given(answer);
            return given == null || given.length() <= LONGEST_ANSWER ? given : given.substring(0, LONGEST_ANSWER);
        }
    }

    private Mono<LanguageProposal> open(Interpreter member, UUID proposal) {
        return proposals.open(proposal).filter(open -> open.who().equals(member.id()));
    }

    private static Rendering done(UUID id, String what) {
        return DashboardViews.done(InterpreterPage.of(id), what);
    }
}
