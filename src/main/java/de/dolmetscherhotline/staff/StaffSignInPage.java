package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.platform.ClientNetwork;
import de.dolmetscherhotline.signin.Area;
import de.dolmetscherhotline.staff.StaffSigningIn.Attempt;
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

/** Where staff sign in with mail address and password, or go to the identity provider if there is one, and out. */
@DashboardPage(Role.VIEWER)
@RecordsItself("shows nobody; who signs in is recorded once she has shown everything")
class StaffSignInPage {

    static final String PATH = DashboardAccess.PATH + "/sign-in";
    static final String OUT = DashboardAccess.PATH + "/sign-out";

    private final StaffSigningIn signingIn;
    private final StaffSessions sessions;
    private final DashboardProvider provider;
    private final DashboardCookie cookie;
    private final ClientNetwork networks;

    StaffSignInPage(
            StaffSigningIn signingIn,
            StaffSessions sessions,
            DashboardProvider provider,
            DashboardCookie cookie,
            ClientNetwork networks) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.provider = provider;
        this.cookie = cookie;
        this.networks = networks;
    }

    /**
     * What was typed.
     *
     * @param to the page that was asked for
     */
    record Typed(
            @Nullable String mail,
            @Nullable String password,
            @Nullable String to) {

        private String passwordOrNone() {
            return Objects.requireNonNullElse(password, "");
        }

        private String page() {
            return DashboardAccess.AREA.page(to);
        }

        private Form form(@Nullable String problem) {
            return new Form(Objects.requireNonNullElse(mail, ""), page(), null, null, problem);
        }

        private Form incomplete() {
            return new Form(
                    Objects.requireNonNullElse(mail, ""),
                    page(),
                    MailAddress.parse(mail).isPresent() ? null : "portal.problem.mail",
                    passwordOrNone().isEmpty() ? "portal.problem.password-missing" : null,
                    null);
        }

        @Override
        public String toString() {
            return "Typed";
        }
    }

    /**
     * What the page shows.
     *
     * @param mailProblem key of what is wrong with the address; null if nothing is
     * @param passwordProblem the same of the password
     * @param problem the same of both together
     */
    public record Form(
            String mail,
            String to,
            @Nullable String mailProblem,
            @Nullable String passwordProblem,
            @Nullable String problem) {

        @Override
        public String toString() {
            return "Form";
        }
    }

    @GetMapping(PATH)
    Rendering form(
            @AuthenticationPrincipal @Nullable Staff who,
            @ModelAttribute Typed typed,
            @RequestParam(name = Area.SAYS, required = false) @Nullable String says) {
        return who != null
                ? DashboardViews.seeOther(typed.page())
                : page(new Typed(null, null, typed.to()).form(null))
                        .modelAttribute(Area.SAYS, Area.said(says))
                        .build();
    }

    @PostMapping(PATH)
    Mono<Rendering> signIn(@ModelAttribute Typed typed, ServerWebExchange exchange) {
        return MailAddress.parse(typed.mail())
                .filter(mail -> !typed.passwordOrNone().isEmpty())
                .map(mail -> signIn(mail, typed, exchange))
                .orElseGet(() -> Mono.just(refused(typed.incomplete(), HttpStatus.UNPROCESSABLE_CONTENT)));
    }

    private Mono<Rendering> signIn(MailAddress mail, Typed typed, ServerWebExchange exchange) {
        return signingIn
                .signIn(mail, typed.passwordOrNone(), networks.of(exchange.getRequest()))
                .flatMap(attempt -> answer(attempt, typed, exchange));
    }

    private Mono<Rendering> answer(Attempt attempt, Typed typed, ServerWebExchange exchange) {
        return switch (attempt) {
            case Attempt.Right right ->
                cookie.replace(exchange, right.secret(), sessions::end)
                        .thenReturn(DashboardViews.seeOther(typed.page()));
            case Attempt.Wrong wrong ->
                Mono.just(refused(typed.form("dashboard.problem.wrong"), HttpStatus.UNPROCESSABLE_CONTENT));
            case Attempt.TooMany tooMany ->
                Mono.just(refused(typed.form("portal.problem.too-many"), HttpStatus.TOO_MANY_REQUESTS));
            case Attempt.Busy busy ->
                Mono.just(refused(typed.form("portal.problem.busy"), HttpStatus.SERVICE_UNAVAILABLE));
        };
    }

    @PostMapping(OUT)
    Mono<Rendering> signOut(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookie.in(exchange))
                .flatMap(sessions::end)
                .then(Mono.fromSupplier(() -> out(cookie, "out", exchange)));
    }

    static Rendering out(DashboardCookie cookie, String says, ServerWebExchange exchange) {
        cookie.remove(exchange);
        return DashboardViews.seeOther(PATH + "?" + Area.SAYS + "=" + says);
    }

    private Rendering refused(Form form, HttpStatus status) {
        return page(form).modelAttribute(Area.SAYS, "").status(status).build();
    }

    private Rendering.Builder<?> page(Form form) {
        return DashboardViews.page("sign-in")
                .modelAttribute("form", form)
                .modelAttribute("provider", provider.label())
                .modelAttribute(
                        "path", DashboardAccess.AREA.signInFor(form.to()).toString());
    }
}
