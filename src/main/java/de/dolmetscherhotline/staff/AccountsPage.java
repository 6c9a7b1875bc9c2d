package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.StaffId;
import de.dolmetscherhotline.staff.StaffAdministration.Invitation;
import de.dolmetscherhotline.staff.StaffAdministration.Outcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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

/** Who of the district's staff may sign in, and as what. */
@DashboardPage(Role.ADMINISTRATOR)
@RequestMapping(AccountsPage.PATH)
class AccountsPage {

    static final String PATH = DashboardAccess.PATH + "/staff";

    private static final String RECORDED = "each change is recorded with it";
    private static final String LAST = "last-administrator";
    private static final String NOTHING = "nothing";
    private static final Set<String> KNOWN_TO_BE_DONE =
            Set.of("locked", "unlocked", "role", "second-factor", "identity", LAST, NOTHING);

    private final Accounts accounts;
    private final StaffAdministration administration;

    AccountsPage(Accounts accounts, StaffAdministration administration) {
        this.accounts = accounts;
        this.administration = administration;
    }

    /** What was typed about somebody. */
    record Typed(
            @Nullable String name,
            @Nullable String mail,
            @Nullable String role,
            @Nullable String reason) {

        private Form form() {
            return new Form(text(name), text(mail), knownRole().orElse(Role.VIEWER), text(reason), null, null);
        }

        private Optional<Role> knownRole() {
            return Arrays.stream(Role.values())
                    .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(role))
                    .findFirst();
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
     * @param nameProblem key of what is wrong with the name; null if nothing is
     * @param mailProblem the same of the mail address
     */
    public record Form(
            String name,
            String mail,
            Role role,
            String reason,
            @Nullable String nameProblem,
            @Nullable String mailProblem) {

        private static final Form EMPTY = new Form("", "", Role.COORDINATOR, "", null, null);
        private static final int LONGEST_NAME = 200;

        private Form checked() {
            return new Form(
                    name,
                    mail,
                    role,
                    reason,
                    nameFault(),
                    MailAddress.parse(mail).isPresent() ? null : "portal.problem.mail");
        }

        private @Nullable String nameFault() {
            if (name.isEmpty()) {
                return "portal.problem.name";
            }
            return name.length() > LONGEST_NAME ? "portal.problem.name-long" : null;
        }

        private Form mailTaken() {
            return new Form(name, mail, role, reason, null, "portal.problem.mail-taken");
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
            @AuthenticationPrincipal Staff who,
            @RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done) {
        var said = done != null && KNOWN_TO_BE_DONE.contains(done) ? done : "";
        return page(who, Form.EMPTY)
                .map(page -> page.modelAttribute(DashboardViews.DONE, said).build());
    }

    @PostMapping
    @RecordsItself(RECORDED)
    Mono<Rendering> invite(@AuthenticationPrincipal Staff who, @ModelAttribute Typed typed) {
        var form = typed.form().checked();
        return MailAddress.parse(form.mail())
                .filter(mail -> !form.isWrong())
                .map(mail -> administration
                        .invite(who, form.name(), mail, form.role(), form.reason())
                        .flatMap(invitation -> invited(who, invitation))
                        .onErrorResume(DataIntegrityViolationException.class, taken -> refused(who, form.mailTaken())))
                .orElseGet(() -> refused(who, form));
    }

    /** One account, with what can be done to it. */
    @GetMapping("/{id}")
    Mono<Rendering> one(@AuthenticationPrincipal Staff who, @PathVariable UUID id) {
        return accounts.byId(who.district(), new StaffId(id))
                .map(account -> DashboardViews.page("staff-account")
                        .modelAttribute("account", account)
                        .modelAttribute("roles", Role.values())
                        .build())
                .defaultIfEmpty(DashboardViews.seeOther(PATH));
    }

    @PostMapping("/{id}/invitation")
    @RecordsItself(RECORDED)
    Mono<Rendering> inviteAgain(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Typed typed) {
        return administration
                .inviteAgain(who, new StaffId(id), typed.reason())
                .flatMap(invitation -> invited(who, invitation))
                .defaultIfEmpty(DashboardViews.done(PATH, NOTHING));
    }

    @PostMapping("/{id}/lock")
    @RecordsItself(RECORDED)
    Mono<Rendering> lock(@AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Typed typed) {
        return administration.lock(who, new StaffId(id), typed.reason()).map(outcome -> answer(outcome, "locked"));
    }

    @PostMapping("/{id}/unlock")
    @RecordsItself(RECORDED)
    Mono<Rendering> unlock(@AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Typed typed) {
        return administration.unlock(who, new StaffId(id), typed.reason()).map(outcome -> answer(outcome, "unlocked"));
    }

    @PostMapping("/{id}/role")
    @RecordsItself(RECORDED)
    Mono<Rendering> setRole(@AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Typed typed) {
        return Mono.justOrEmpty(typed.knownRole())
                .flatMap(role -> administration.setRole(who, new StaffId(id), role, typed.reason()))
                .defaultIfEmpty(Outcome.NOTHING)
                .map(outcome -> answer(outcome, "role"));
    }

    @PostMapping("/{id}/second-factor")
    @RecordsItself(RECORDED)
    Mono<Rendering> resetSecondFactor(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Typed typed) {
        return administration
                .resetSecondFactor(who, new StaffId(id), typed.reason())
                .map(outcome -> answer(outcome, "second-factor"));
    }

    @PostMapping("/{id}/identity")
    @RecordsItself(RECORDED)
    Mono<Rendering> unlink(@AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Typed typed) {
        return administration.unlink(who, new StaffId(id), typed.reason()).map(outcome -> answer(outcome, "identity"));
    }

    private static Rendering answer(Outcome outcome, String done) {
        return switch (outcome) {
            case DONE -> DashboardViews.done(PATH, done);
            case NOTHING -> DashboardViews.done(PATH, NOTHING);
            case LAST_ADMINISTRATOR -> DashboardViews.done(PATH, LAST);
        };
    }

    private Mono<Rendering> invited(Staff who, Invitation invitation) {
        return accounts.byId(who.district(), invitation.account())
                .map(account -> DashboardViews.page("invited")
                        .modelAttribute("path", PATH)
                        .modelAttribute("account", account)
                        .modelAttribute("invitation", invitation)
                        .build());
    }

    private Mono<Rendering> refused(Staff who, Form form) {
        return page(who, form)
                .map(page -> page.modelAttribute(DashboardViews.DONE, "")
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    private Mono<Rendering.Builder<?>> page(Staff who, Form form) {
        return accounts.of(who.district())
                .collectList()
                .map(all -> DashboardViews.page("staff")
                        .modelAttribute("path", PATH)
                        .modelAttribute("accounts", all)
                        .modelAttribute("roles", Role.values())
                        .modelAttribute("form", form));
    }
}
