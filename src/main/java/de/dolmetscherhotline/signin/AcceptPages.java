package de.dolmetscherhotline.signin;

import de.dolmetscherhotline.platform.ClientNetwork;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where somebody who was invited sets her password, with the code that she was given. Reading the page, by its link too, uses
 * nothing up: programs that look through mails open every link.
 */
public abstract class AcceptPages {

    /** Where these pages are, under the path of their area. */
    public static final String PATH = "/invitation";

    private final Area area;
    private final WaysIn<?> ways;
    private final Passwords passwords;
    private final GuessLimits limits;
    private final SessionCookie cookie;
    private final ClientNetwork networks;

    protected AcceptPages(
            Area area,
            WaysIn<?> ways,
            Passwords passwords,
            GuessLimits limits,
            SessionCookie cookie,
            ClientNetwork networks) {
        this.area = area;
        this.ways = ways;
        this.passwords = passwords;
        this.limits = limits;
        this.cookie = cookie;
        this.networks = networks;
    }

    /** What was typed. */
    public record Typed(@Nullable String code, @Nullable String password) {

        private String codeOrNone() {
            return Objects.requireNonNullElse(code, "");
        }

        private String passwordOrNone() {
            return Objects.requireNonNullElse(password, "");
        }

        @Override
        public String toString() {
            return "Typed";
        }
    }

    @GetMapping
    public Rendering empty() {
        return page("", null, null).build();
    }

    @GetMapping("/{code}")
    public Mono<Rendering> linked(@PathVariable String code, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set("Referrer-Policy", "no-referrer");
        return Mono.justOrEmpty(InvitationCode.of(code))
                .flatMap(known ->
                        ways.guest(known).map(guest -> known(known, guest, null).build()))
                .switchIfEmpty(Mono.defer(() -> wrongCode(code, HttpStatus.GONE, exchange)));
    }

    @PostMapping
    public Mono<Rendering> accept(@ModelAttribute Typed typed, ServerWebExchange exchange) {
        return Mono.justOrEmpty(InvitationCode.of(typed.code()))
                .flatMap(code -> ways.guest(code).flatMap(guest -> accept(code, guest, typed, exchange)))
                .switchIfEmpty(
                        Mono.defer(() -> wrongCode(typed.codeOrNone(), HttpStatus.UNPROCESSABLE_CONTENT, exchange)));
    }

    private Mono<Rendering> accept(InvitationCode code, Guest guest, Typed typed, ServerWebExchange exchange) {
        return passwords
                .problem(typed.passwordOrNone())
                .map(problem -> Mono.just(known(code, guest, problem)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build()))
                .orElseGet(() -> ways.accept(code, typed.passwordOrNone())
                        .flatMap(attempt -> answer(attempt, code, guest, exchange)));
    }

    private Mono<Rendering> answer(Attempt attempt, InvitationCode code, Guest guest, ServerWebExchange exchange) {
        return switch (attempt) {
            case Attempt.Right right ->
                cookie.enter(exchange, right.secret()).thenReturn(SignInViews.seeOther(area.path()));
            case Attempt.Wrong wrong -> wrongCode(code.written(), HttpStatus.UNPROCESSABLE_CONTENT, exchange);
            case Attempt.TooMany tooMany -> tooMany(code.written());
            case Attempt.Busy busy ->
                Mono.just(known(code, guest, "portal.problem.busy")
                        .status(HttpStatus.SERVICE_UNAVAILABLE)
                        .build());
        };
    }

    /** Guessing is hopeless; who tries is told so only a few times. */
    private Mono<Rendering> wrongCode(String code, HttpStatus status, ServerWebExchange exchange) {
        return limits.wrongCode(networks.of(exchange.getRequest()))
                .flatMap(allowed -> allowed
                        ? Mono.just(page(code, "portal.problem.code", null)
                                .status(status)
                                .build())
                        : tooMany(code));
    }

    private Mono<Rendering> tooMany(String code) {
        return Mono.just(page(code, "portal.problem.too-many-codes", null)
                .status(HttpStatus.TOO_MANY_REQUESTS)
                .build());
    }

    /** For a code that works. */
    private Rendering.Builder<?> known(InvitationCode code, Guest guest, @Nullable String passwordProblem) {
        return page(code.written(), null, passwordProblem)
                .modelAttribute("guest", guest)
                .modelAttribute("path", path() + "/" + code.written());
    }

    private Rendering.Builder<?> page(String code, @Nullable String codeProblem, @Nullable String passwordProblem) {
        var page = SignInViews.page(area, "invitation")
                .modelAttribute("code", code)
                .modelAttribute("action", path())
                .modelAttribute("path", path());
        if (codeProblem != null) {
            page.modelAttribute("codeProblem", codeProblem);
        }
        return passwordProblem == null ? page : page.modelAttribute("passwordProblem", passwordProblem);
    }

    private String path() {
        return area.path() + PATH;
    }
}
