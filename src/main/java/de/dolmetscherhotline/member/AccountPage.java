package de.dolmetscherhotline.member;

import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.signin.Attempt;
import de.dolmetscherhotline.signin.Passwords;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A member's own access: her password, and the ways out. */
@PortalPage
class AccountPage {

    static final String PATH = PortalAccess.PATH + "/account";

    private static final String CHANGED = "changed";

    private final OrganisationMembers members;
    private final MemberSessions sessions;
    private final SigningIn signingIn;
    private final Passwords passwords;
    private final MemberLetters letters;
    private final PortalCookie cookie;
    private final PortalProvider provider;

    AccountPage(
            OrganisationMembers members,
            MemberSessions sessions,
            SigningIn signingIn,
            Passwords passwords,
            MemberLetters letters,
            PortalCookie cookie,
            PortalProvider provider) {
        this.members = members;
        this.sessions = sessions;
        this.signingIn = signingIn;
        this.passwords = passwords;
        this.letters = letters;
        this.cookie = cookie;
        this.provider = provider;
    }

    /** What was typed. */
    record Typed(@Nullable String old, @Nullable String password) {

        private String oldOrNone() {
            return Objects.requireNonNullElse(old, "");
        }

        private String passwordOrNone() {
            return Objects.requireNonNullElse(password, "");
        }

        @Override
        public String toString() {
            return "Typed";
        }
    }

    /**
     * What is wrong with what was typed.
     *
     * @param old key of what is wrong with the old password; null if nothing is
     * @param password the same of the new one
     */
    public record Faults(@Nullable String old, @Nullable String password) {

        private static final Faults NONE = new Faults(null, null);

        public boolean areThere() {
            return old != null || password != null;
        }
    }

    @GetMapping(PATH)
    Mono<Rendering> account(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(name = PortalViews.DONE, required = false) @Nullable String done) {
        return page(who, Faults.NONE)
                .map(page -> page.modelAttribute(PortalViews.DONE, CHANGED.equals(done))
                        .build());
    }

    @PostMapping(PATH + "/password")
    Mono<Rendering> changePassword(
            @AuthenticationPrincipal SignedIn who, @ModelAttribute Typed typed, ServerWebExchange exchange) {
        var faults = new Faults(
                typed.oldOrNone().isEmpty() ? "portal.problem.password-missing" : null,
                passwords.problem(typed.passwordOrNone()).orElse(null));
        return faults.areThere()
                ? refused(who, faults, HttpStatus.UNPROCESSABLE_CONTENT)
                : signingIn
                        .changePassword(who.member(), typed.oldOrNone(), typed.passwordOrNone())
                        .flatMap(attempt -> answer(attempt, who, exchange));
    }

    private Mono<Rendering> answer(Attempt attempt, SignedIn who, ServerWebExchange exchange) {
        return switch (attempt) {
            case Attempt.Right right ->
                cookie.enter(exchange, right.secret()).thenReturn(PortalViews.done(PATH, CHANGED));
            case Attempt.Wrong wrong ->
                refused(who, new Faults("portal.problem.old-password", null), HttpStatus.UNPROCESSABLE_CONTENT);
            case Attempt.TooMany tooMany ->
                refused(who, new Faults("portal.problem.too-many", null), HttpStatus.TOO_MANY_REQUESTS);
            case Attempt.Busy busy ->
                refused(who, new Faults(null, "portal.problem.busy"), HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    private Mono<Rendering> refused(SignedIn who, Faults faults, HttpStatus status) {
        return page(who, faults)
                .map(page -> page.modelAttribute(PortalViews.DONE, false)
                        .status(status)
                        .build());
    }

    private Mono<Rendering.Builder<?>> page(SignedIn who, Faults faults) {
        return members.byId(who.organisation(), who.member())
                .<Rendering.Builder<?>>map(member -> PortalViews.page("account")
                        .modelAttribute("path", PATH)
                        .modelAttribute("member", member)
                        .modelAttribute("faults", faults)
                        .modelAttribute("mails", letters.areSent())
                        .modelAttribute("provider", provider.label()))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("member")));
    }

    /** In case she forgot to sign out somewhere, or lost the device. */
    @PostMapping(PortalAccess.PATH + "/sign-out-everywhere")
    Mono<Rendering> signOutEverywhere(@AuthenticationPrincipal SignedIn who, ServerWebExchange exchange) {
        return sessions.endAll(who.member())
                .then(cookie.leave(exchange))
                .thenReturn(PortalViews.seeOther(PortalAccess.AREA.signInSaying("everywhere")));
    }
}
