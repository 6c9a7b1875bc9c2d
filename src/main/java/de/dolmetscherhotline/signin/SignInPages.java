package de.dolmetscherhotline.signin;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.oidc.OptionalProvider;
import de.dolmetscherhotline.platform.ClientNetwork;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where people sign in with mail address and password, or go to the identity provider if there is one, and out. It is mapped to
 * the path of its area.
 */
public abstract class SignInPages {

    /** Where people sign in, under the path of the area. */
    public static final String IN = "/sign-in";

    /** Where they sign out. */
    public static final String OUT = "/sign-out";

    private final Area area;
    private final WaysIn<?> ways;
    private final OptionalProvider provider;
    private final SessionCookie cookie;
    private final ClientNetwork networks;
    private final String forgotten;

    /**
     * Pages.
     *
     * @param forgotten path of the page for those who have forgotten their password; blank if there is none, and the words of
     *     the area say what helps
     */
    protected SignInPages(
            Area area,
            WaysIn<?> ways,
            OptionalProvider provider,
            SessionCookie cookie,
            ClientNetwork networks,
            String forgotten) {
        this.area = area;
        this.ways = ways;
        this.provider = provider;
        this.cookie = cookie;
        this.networks = networks;
        this.forgotten = forgotten;
    }

    /**
     * What was typed.
     *
     * @param to the page that was asked for
     */
    public record Typed(
            @Nullable String mail,
            @Nullable String password,
            @Nullable String to) {

        private String mailOrNone() {
            return Objects.requireNonNullElse(mail, "");
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

    @GetMapping(IN)
    public Rendering form(
            @Nullable Principal who,
            @ModelAttribute Typed typed,
            @RequestParam(name = Area.SAYS, required = false) @Nullable String says) {
        var to = area.page(typed.to());
        return who != null
                ? SignInViews.seeOther(to)
                : page(new Form("", to, null, null, null), Area.said(says)).build();
    }

    @PostMapping(IN)
    public Mono<Rendering> signIn(@ModelAttribute Typed typed, ServerWebExchange exchange) {
        return MailAddress.parse(typed.mail())
                .filter(mail -> !typed.passwordOrNone().isEmpty())
                .map(mail -> signIn(mail, typed, exchange))
                .orElseGet(() -> Mono.just(refused(incomplete(typed), HttpStatus.UNPROCESSABLE_CONTENT)));
    }

    private Form incomplete(Typed typed) {
        return new Form(
                typed.mailOrNone(),
                area.page(typed.to()),
                MailAddress.parse(typed.mail()).isPresent() ? null : "portal.problem.mail",
                typed.passwordOrNone().isEmpty() ? "portal.problem.password-missing" : null,
                null);
    }

    private Mono<Rendering> signIn(MailAddress mail, Typed typed, ServerWebExchange exchange) {
        return ways.signIn(mail, typed.passwordOrNone(), networks.of(exchange.getRequest()))
                .flatMap(attempt -> answer(attempt, typed, exchange));
    }

    private Mono<Rendering> answer(Attempt attempt, Typed typed, ServerWebExchange exchange) {
        return switch (attempt) {
            case Attempt.Right right ->
                cookie.enter(exchange, right.secret()).thenReturn(SignInViews.seeOther(area.page(typed.to())));
            case Attempt.Wrong wrong -> refused(typed, "portal.problem.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
            case Attempt.TooMany tooMany -> refused(typed, "portal.problem.too-many", HttpStatus.TOO_MANY_REQUESTS);
            case Attempt.Busy busy -> refused(typed, "portal.problem.busy", HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    @PostMapping(OUT)
    public Mono<Rendering> signOut(ServerWebExchange exchange) {
        return cookie.leave(exchange).thenReturn(SignInViews.seeOther(area.signInSaying("out")));
    }

    private Mono<Rendering> refused(Typed typed, String problem, HttpStatus status) {
        return Mono.just(refused(new Form(typed.mailOrNone(), area.page(typed.to()), null, null, problem), status));
    }

    private Rendering refused(Form form, HttpStatus status) {
        return page(form, "").status(status).build();
    }

    private Rendering.Builder<?> page(Form form, String says) {
        return SignInViews.page(area, "sign-in")
                .modelAttribute("form", form)
                .modelAttribute(Area.SAYS, says)
                .modelAttribute("provider", provider.label())
                .modelAttribute("forgotten", forgotten)
                .modelAttribute("invitation", area.path() + AcceptPages.PATH)
                .modelAttribute("path", area.signInFor(form.to()).toString());
    }
}
