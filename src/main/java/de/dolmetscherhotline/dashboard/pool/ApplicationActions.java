package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.dashboard.pool.ApplicationViews.Refusal;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.recruiting.Decisions;
import de.dolmetscherhotline.recruiting.Decisions.Confirmed;
import de.dolmetscherhotline.recruiting.Decisions.Result;
import de.dolmetscherhotline.recruiting.Decisions.State;
import de.dolmetscherhotline.recruiting.Invitations;
import de.dolmetscherhotline.recruiting.Inviting;
import de.dolmetscherhotline.recruiting.Inviting.Invited;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What coordinators decide about applications, and whom they invite. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(ApplicationsPage.PATH)
class ApplicationActions {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 200;

    private final PoolMembers members;
    private final Decisions decisions;
    private final Inviting inviting;
    private final Invitations invitations;
    private final ApplicationViews views;
    private final Languages languages;
    private final AuditTrail trail;

    ApplicationActions(
            PoolMembers members,
            Decisions decisions,
            Inviting inviting,
            Invitations invitations,
            ApplicationViews views,
            Languages languages,
            AuditTrail trail) {
        this.members = members;
        this.decisions = decisions;
        this.inviting = inviting;
        this.invitations = invitations;
        this.views = views;
        this.languages = languages;
        this.trail = trail;
    }

    /** @param state in which the page showed it */
    record Accepted(@Nullable String state) {}

    @PostMapping("/{id}/acceptance")
    Mono<Rendering> accept(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Accepted typed, Locale locale) {
        var seen = Typed.constant(State.class, Typed.text(typed.state())).orElse(State.OPEN);
        return find(who, id)
                .flatMap(application -> decisions.acceptIf(seen, id, who.name()))
                .flatMap(result -> answer(result, "accepted", () -> tooLate(who, id, null, locale)));
    }

    private static Mono<Rendering> answer(Result result, String done, Supplier<Mono<Rendering>> tooLate) {
        return switch (result) {
            case DONE -> Mono.just(DashboardViews.done(ApplicationsPage.PATH, done));
            case NOTED -> Mono.just(DashboardViews.done(ApplicationsPage.PATH, "noted"));
            case TOO_LATE -> tooLate.get();
        };
    }

    /** @param because kept with the application and deleted with it; so it does not go into the audit trail */
    record Refused(@Nullable String because) {}

    @PostMapping("/{id}/refusal")
    Mono<Rendering> refuse(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Refused typed, Locale locale) {
        var because = Typed.text(typed.because());
        var isWrong = because.isEmpty() || because.length() > LONGEST_REASON;
        return find(who, id)
                .flatMap(application -> isWrong && application.state() == State.OPEN
                        ? notRefused(who, application, because, locale)
                        : decisions
                                .refuseIfOpen(id, because, who.name())
                                .flatMap(result -> answer(result, "refused", () -> tooLate(who, id, because, locale))));
    }

    private Mono<Rendering> tooLate(Staff who, UUID id, @Nullable String because, Locale locale) {
        return find(who, id)
                .flatMap(application -> views.tooLate(who, application, because, locale))
                .map(page -> page.modelAttribute(DashboardViews.DONE, "")
                        .status(HttpStatus.CONFLICT)
                        .build());
    }

    private Mono<Rendering> notRefused(Staff who, Confirmed application, String because, Locale locale) {
        var problem = because.isEmpty() ? "pool.problem.because" : "pool.problem.long";
        return views.page(who, application.state(), 0, locale)
                .map(page -> page.modelAttribute("refusal", new Refusal(application.id(), because, problem))
                        .modelAttribute(DashboardViews.DONE, "")
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    private Mono<Confirmed> find(Staff who, UUID id) {
        return decisions
                .byId(id)
                .switchIfEmpty(Mono.error(PoolMembers::nobody))
                .delayUntil(application ->
                        members.find(who, application.interpreter().value()));
    }

    /** Whom to invite. */
    record NewInvitation(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String language,
            @Nullable String reason) {

        @Override
        public String toString() {
            return "NewInvitation";
        }
    }

    /** Texts are counted in another store than the database: that it was asked for is recorded before it begins. */
    @PostMapping("/invitations")
    @RecordsItself("recorded before it begins")
    Mono<Rendering> invite(@AuthenticationPrincipal Staff who, @ModelAttribute NewInvitation typed, Locale locale) {
        var form = InvitationForm.of(typed.name(), typed.phone(), typed.language());
        var number = PhoneNumber.parse(form.phone()).filter(inviting::mayBeInvited);
        var checked = form.with(
                form.name().length() > LONGEST_NAME ? "pool.problem.long" : null,
                number.isPresent() ? null : "pool.problem.not-mobile");
        return number.filter(known -> !checked.isWrong())
                .map(known -> trail.record(
                                who.actor(),
                                Action.ADDED,
                                Reference.toAll("invitations"),
                                "POST " + ApplicationsPage.PATH + "/invitations",
                                typed.reason())
                        .then(Mono.defer(
                                () -> inviting.invite(who.district(), known, Typed.given(form.name()), language(form))))
                        .flatMap(invited -> answer(who, checked, invited, locale)))
                .orElseGet(() -> notInvited(who, checked, locale));
    }

    private Language language(InvitationForm form) {
        return languages.all().stream()
                .map(spoken -> spoken.language())
                .filter(language -> language.tag().equals(form.language()))
                .findFirst()
                .orElseGet(() -> new Language("de"));
    }

    private Mono<Rendering> answer(Staff who, InvitationForm form, Invited invited, Locale locale) {
        return switch (invited) {
            case Invited.Done done -> Mono.just(DashboardViews.done(ApplicationsPage.PATH, "invited"));
            case Invited.InThePool known -> notInvited(who, form.with(null, "pool.problem.in-the-pool"), locale);
            case Invited.TooMany tooMany -> notInvited(who, form.with(null, "pool.problem.too-many-texts"), locale);
        };
    }

    private Mono<Rendering> notInvited(Staff who, InvitationForm form, Locale locale) {
        return views.page(who, State.OPEN, 0, locale)
                .map(page -> page.modelAttribute("invitation", form)
                        .modelAttribute(DashboardViews.DONE, "")
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    /** Its link no longer works. */
    @PostMapping("/invitations/{id}/removal")
    Mono<Rendering> withdraw(@AuthenticationPrincipal Staff who, @PathVariable UUID id) {
        return invitations
                .remove(who.district(), id)
                .map(removed -> DashboardViews.done(ApplicationsPage.PATH, removed ? "withdrawn" : "gone"));
    }
}
