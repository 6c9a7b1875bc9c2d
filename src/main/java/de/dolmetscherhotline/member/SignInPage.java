package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.member.SigningIn.Attempt;
import de.dolmetscherhotline.platform.ClientNetwork;
import de.dolmetscherhotline.signin.Area;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where members sign in with mail address and password, or go to the identity provider if there is one. */
@PortalPage
@RequestMapping(SignInPage.PATH)
class SignInPage {

    static final String PATH = PortalAccess.PATH + "/sign-in";

    static final String SAYS = Area.SAYS;

    private final SigningIn signingIn;
    private final Entrance entrance;
    private final PortalProvider provider;
    private final ClientNetwork networks;

    SignInPage(SigningIn signingIn, Entrance entrance, PortalProvider provider, ClientNetwork networks) {
        this.signingIn = signingIn;
        this.entrance = entrance;
        this.provider = provider;
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

        private static Form of(Typed typed, @Nullable String problem) {
            return new Form(
                    Objects.requireNonNullElse(typed.mail(), ""),
                    Destination.of(typed.to()).path(),
                    null,
                    null,
                    problem);
        }

        private static Form incomplete(Typed typed) {
            return new Form(
                    Objects.requireNonNullElse(typed.mail(), ""),
                    Destination.of(typed.to()).path(),
                    MailAddress.parse(typed.mail()).isPresent() ? null : "portal.problem.mail",
                    typed.passwordOrNone().isEmpty() ? "portal.problem.password-missing" : null,
                    null);
        }

        @Override
        public String toString() {
            return "Form";
        }
    }

    @GetMapping
    Rendering form(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @ModelAttribute Typed typed,
            @RequestParam(name = SAYS, required = false) @Nullable String says) {
        var to = Destination.of(typed.to());
        return who != null
                ? PortalViews.seeOther(to.path())
                : page(new Form("", to.path(), null, null, null))
                        .modelAttribute(SAYS, Area.said(says))
                        .build();
    }

    @PostMapping
    Mono<Rendering> signIn(@ModelAttribute Typed typed, ServerWebExchange exchange) {
        return MailAddress.parse(typed.mail())
                .filter(mail -> !typed.passwordOrNone().isEmpty())
                .map(mail -> signIn(mail, typed, exchange))
                .orElseGet(() -> Mono.just(refused(Form.incomplete(typed), HttpStatus.UNPROCESSABLE_CONTENT)));
    }

    private Mono<Rendering> signIn(MailAddress mail, Typed typed, ServerWebExchange exchange) {
        return signingIn
                .signIn(mail, typed.passwordOrNone(), networks.of(exchange.getRequest()))
                .flatMap(attempt -> answer(attempt, typed, exchange));
    }

    private Mono<Rendering> answer(Attempt attempt, Typed typed, ServerWebExchange exchange) {
        return switch (attempt) {
            case Attempt.Right right ->
                entrance.enter(exchange, right.secret())
                        .thenReturn(
                                PortalViews.seeOther(Destination.of(typed.to()).path()));
            case Attempt.Wrong wrong ->
                Mono.just(refused(Form.of(typed, "portal.problem.wrong"), HttpStatus.UNPROCESSABLE_CONTENT));
            case Attempt.TooMany tooMany ->
                Mono.just(refused(Form.of(typed, "portal.problem.too-many"), HttpStatus.TOO_MANY_REQUESTS));
            case Attempt.Busy busy ->
                Mono.just(refused(Form.of(typed, "portal.problem.busy"), HttpStatus.SERVICE_UNAVAILABLE));
        };
    }

    private Rendering refused(Form form, HttpStatus status) {
        return page(form).modelAttribute(SAYS, "").status(status).build();
    }

    private Rendering.Builder<?> page(Form form) {
        var to = new Destination(form.to());
        return PortalViews.page("sign-in")
                .modelAttribute("form", form)
                .modelAttribute("provider", provider.label())
                .modelAttribute("path", to.signIn().toString());
    }
}
