package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.platform.QrPicture;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.signin.Attempt;
import de.dolmetscherhotline.signin.InvitationCode;
import de.dolmetscherhotline.staff.StaffSigningIn.SetUp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where whoever has given her password, or comes from the identity provider, shows her second factor, or sets one up. */
@DashboardPage(Role.VIEWER)
@RecordsItself("shows nobody but herself; what she shows and sets up is recorded with it")
class SecondFactorPage {

    static final String PATH = DashboardAccess.PATH + "/second-factor";
    static final String SET_UP = PATH + "/set-up";

    private final StaffSigningIn signingIn;
    private final SecondFactors factors;
    private final Accounts accounts;
    private final DashboardCookie cookie;

    SecondFactorPage(StaffSigningIn signingIn, SecondFactors factors, Accounts accounts, DashboardCookie cookie) {
        this.signingIn = signingIn;
        this.factors = factors;
        this.accounts = accounts;
        this.cookie = cookie;
    }

    /** What was typed. */
    record Typed(@Nullable String code, @Nullable String to) {

        private String codeOrNone() {
            return Objects.requireNonNullElse(code, "").strip();
        }

        private String page() {
            return DashboardAccess.AREA.page(to);
        }

        @Override
        public String toString() {
            return "Typed";
        }
    }

    @GetMapping(PATH)
    Mono<Rendering> form(@AuthenticationPrincipal Staff who, @ModelAttribute Typed typed) {
        return who.complete()
                ? Mono.just(DashboardViews.seeOther(typed.page()))
                : factors.has(who.id()).map(has -> has ? page(typed, null).build() : toSetUp(typed));
    }

    private static Rendering toSetUp(Typed typed) {
        return DashboardViews.seeOther(
                DashboardAccess.AREA.before(typed.page(), SET_UP).toString());
    }

    @PostMapping(PATH)
    Mono<Rendering> show(@AuthenticationPrincipal Staff who, @ModelAttribute Typed typed, ServerWebExchange exchange) {
        if (who.complete()) {
            return Mono.just(DashboardViews.seeOther(typed.page()));
        }
        return typed.codeOrNone().isEmpty()
                ? Mono.just(refused(typed, "dashboard.problem.code-missing"))
                : signingIn
                        .second(who, session(exchange), typed.codeOrNone())
                        .map(attempt -> answer(attempt, typed, exchange));
    }

    private Rendering answer(Attempt attempt, Typed typed, ServerWebExchange exchange) {
        return switch (attempt) {
            case Attempt.Right right -> {
                cookie.set(exchange, right.secret());
                yield DashboardViews.seeOther(typed.page());
            }
            case Attempt.Wrong wrong -> refused(typed, "dashboard.problem.code");
            case Attempt.TooMany tooMany ->
                page(typed, "portal.problem.too-many")
                        .status(HttpStatus.TOO_MANY_REQUESTS)
                        .build();
            case Attempt.Busy busy ->
                page(typed, "portal.problem.busy")
                        .status(HttpStatus.SERVICE_UNAVAILABLE)
                        .build();
        };
    }

    /** Whoever has one already, and has not shown it to set up another, goes on without. */
    @GetMapping(SET_UP)
    Mono<Rendering> setUp(@AuthenticationPrincipal Staff who, @ModelAttribute Typed typed, ServerWebExchange exchange) {
        var session = session(exchange);
        return factors.beginAnew(who.id(), session)
                .then(Mono.defer(() -> setUpPage(who, session, typed, null, HttpStatus.OK)))
                .switchIfEmpty(Mono.fromSupplier(() -> DashboardViews.seeOther(typed.page())));
    }

    /** Whoever has taken too long begins anew. */
    @PostMapping(SET_UP)
    Mono<Rendering> confirm(
            @AuthenticationPrincipal Staff who, @ModelAttribute Typed typed, ServerWebExchange exchange) {
        var session = session(exchange);
        return signingIn
                .setUp(who, session, typed.codeOrNone())
                .flatMap(check -> switch (check) {
                    case CodeCheck.Right<SetUp> right -> Mono.just(done(right.outcome(), typed, exchange));
                    case CodeCheck.Wrong<SetUp> wrong ->
                        setUpPage(
                                who, session, typed, "dashboard.problem.code-set-up", HttpStatus.UNPROCESSABLE_CONTENT);
                    case CodeCheck.TooMany<SetUp> tooMany ->
                        setUpPage(who, session, typed, "portal.problem.too-many", HttpStatus.TOO_MANY_REQUESTS);
                })
                .switchIfEmpty(Mono.fromSupplier(() -> toSetUp(typed)));
    }

    private Rendering done(SetUp done, Typed typed, ServerWebExchange exchange) {
        cookie.set(exchange, done.secret());
        return recoveryCodes(done.recoveryCodes())
                .modelAttribute("to", typed.page())
                .build();
    }

    /** Shows them this once. */
    static Rendering.Builder<?> recoveryCodes(List<InvitationCode> codes) {
        return DashboardViews.page("recovery-codes")
                .modelAttribute(
                        "codes", codes.stream().map(InvitationCode::written).toList())
                .modelAttribute("path", OwnAccountPage.PATH);
    }

    /** Empty if none was begun in this session. */
    private Mono<Rendering> setUpPage(
            Staff who, Secret session, Typed typed, @Nullable String problem, HttpStatus status) {
        return factors.begun(who.id(), session)
                .flatMap(secret -> accounts.byId(who.district(), who.id())
                        .map(account -> setUpPage(secret, account, typed, problem)
                                .status(status)
                                .build()));
    }

    private static Rendering.Builder<?> setUpPage(
            String secret, Account account, Typed typed, @Nullable String problem) {
        return DashboardViews.page("second-factor-set-up")
                .modelAttribute("picture", QrPicture.of(Totp.address(secret, account.mail())))
                .modelAttribute("secret", secret.replaceAll("(.{4})(?=.)", "$1 "))
                .modelAttribute("to", typed.page())
                .modelAttribute("problem", Optional.ofNullable(problem));
    }

    private Secret session(ServerWebExchange exchange) {
        return cookie.in(exchange).orElseThrow();
    }

    private static Rendering refused(Typed typed, String problem) {
        return page(typed, problem).status(HttpStatus.UNPROCESSABLE_CONTENT).build();
    }

    private static Rendering.Builder<?> page(Typed typed, @Nullable String problem) {
        return DashboardViews.page("second-factor")
                .modelAttribute("to", typed.page())
                .modelAttribute("problem", Optional.ofNullable(problem));
    }
}
