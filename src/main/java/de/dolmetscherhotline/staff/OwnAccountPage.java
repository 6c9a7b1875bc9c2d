package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.staff.OwnAccount.Result;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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

/** Somebody's own access: password, second factor, and the browsers in which she is signed in. */
@DashboardPage(Role.VIEWER)
@RequestMapping(OwnAccountPage.PATH)
@RecordsItself("shows her to herself; what she changes is recorded with it")
class OwnAccountPage {

    static final String PATH = DashboardAccess.PATH + "/account";

    private static final Set<String> KNOWN_TO_BE_DONE = Set.of("password");

    private final OwnAccount own;
    private final Accounts accounts;
    private final StaffSessions sessions;
    private final SecondFactors factors;
    private final DashboardProvider provider;
    private final DashboardCookie cookie;

    OwnAccountPage(
            OwnAccount own,
            Accounts accounts,
            StaffSessions sessions,
            SecondFactors factors,
            DashboardProvider provider,
            DashboardCookie cookie) {
        this.own = own;
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
        this.provider = provider;
        this.cookie = cookie;
    }

    /** What was typed. */
    record Typed(
            @Nullable String before,
            @Nullable String password,
            @Nullable String code) {

        private static String text(@Nullable String typed) {
            return Objects.requireNonNullElse(typed, "");
        }

        @Override
        public String toString() {
            return "Typed";
        }
    }

    /**
     * What is wrong, as keys of messages.
     *
     * @param before with the password that she has; null if nothing is
     * @param password the same with the one that she wants
     * @param code the same with the code of the authenticator
     */
    public record Wrong(
            @Nullable String before,
            @Nullable String password,
            @Nullable String code) {

        private static final Wrong NOTHING = new Wrong(null, null, null);
    }

    @GetMapping
    Mono<Rendering> account(
            @AuthenticationPrincipal Staff who,
            @RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done,
            ServerWebExchange exchange) {
        return page(who, Wrong.NOTHING, exchange)
                .map(page -> page.modelAttribute(
                                DashboardViews.DONE, done != null && KNOWN_TO_BE_DONE.contains(done) ? done : "")
                        .build());
    }

    @PostMapping("/password")
    Mono<Rendering> changePassword(
            @AuthenticationPrincipal Staff who, @ModelAttribute Typed typed, ServerWebExchange exchange) {
        return own.changePassword(who, Typed.text(typed.before()), Typed.text(typed.password()))
                .flatMap(result -> answer(result, who, exchange));
    }

    /** All other browsers are signed out, this one gets another secret. */
    private Mono<Rendering> answer(Result result, Staff who, ServerWebExchange exchange) {
        return switch (result) {
            case Result.Changed changed -> {
                cookie.set(exchange, changed.secret());
                yield Mono.just(DashboardViews.done(PATH, "password"));
            }
            case Result.Unfit unfit ->
                refused(who, new Wrong(null, unfit.problem(), null), HttpStatus.UNPROCESSABLE_CONTENT, exchange);
            case Result.Refused refused ->
                refused(who, new Wrong(refused.problem(), null, null), HttpStatus.UNPROCESSABLE_CONTENT, exchange);
        };
    }

    /** New codes for the case that the authenticator is lost; shown this once. */
    @PostMapping("/recovery-codes")
    Mono<Rendering> newRecoveryCodes(
            @AuthenticationPrincipal Staff who, @ModelAttribute Typed typed, ServerWebExchange exchange) {
        return own.newRecoveryCodes(who, Typed.text(typed.code()))
                .flatMap(check -> ifRight(
                        check,
                        who,
                        exchange,
                        codes -> SecondFactorPage.recoveryCodes(codes)
                                .modelAttribute("to", PATH)
                                .build()));
    }

    /** Another telephone: leads to where it is set up. */
    @PostMapping("/second-factor")
    Mono<Rendering> renewSecondFactor(
            @AuthenticationPrincipal Staff who, @ModelAttribute Typed typed, ServerWebExchange exchange) {
        return own.beginSecondFactor(who, session(exchange), Typed.text(typed.code()))
                .flatMap(check -> ifRight(
                        check, who, exchange, how -> DashboardViews.seeOther(SecondFactorPage.SET_UP + "?to=" + PATH)));
    }

    private <T> Mono<Rendering> ifRight(
            CodeCheck<T> check, Staff who, ServerWebExchange exchange, Function<T, Rendering> answer) {
        return switch (check) {
            case CodeCheck.Right<T> right -> Mono.just(answer.apply(right.outcome()));
            case CodeCheck.Wrong<T> wrong ->
                refused(
                        who,
                        new Wrong(null, null, "dashboard.problem.code"),
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        exchange);
            case CodeCheck.TooMany<T> tooMany ->
                refused(who, new Wrong(null, null, "portal.problem.too-many"), HttpStatus.TOO_MANY_REQUESTS, exchange);
        };
    }

    /** In case she forgot to sign out somewhere, or lost the device. */
    @PostMapping("/sign-out-everywhere")
    Mono<Rendering> signOutEverywhere(@AuthenticationPrincipal Staff who, ServerWebExchange exchange) {
        return own.signOutEverywhere(who)
                .then(cookie.leave(exchange))
                .thenReturn(DashboardViews.seeOther(DashboardAccess.AREA.signInSaying("everywhere")));
    }

    private Mono<Rendering> refused(Staff who, Wrong wrong, HttpStatus status, ServerWebExchange exchange) {
        return page(who, wrong, exchange)
                .map(page -> page.modelAttribute(DashboardViews.DONE, "")
                        .status(status)
                        .build());
    }

    private Mono<Rendering.Builder<?>> page(Staff who, Wrong wrong, ServerWebExchange exchange) {
        return accounts.byId(who.district(), who.id())
                .switchIfEmpty(Mono.error(() -> Problems.notFound("account")))
                .zipWith(sessions.of(who.id(), session(exchange)).collectList())
                .zipWith(
                        factors.recoveryCodesLeft(who.id()),
                        (shown, left) -> DashboardViews.page("account")
                                .modelAttribute("path", PATH)
                                .modelAttribute("account", shown.getT1())
                                .modelAttribute("provider", provider.label())
                                .modelAttribute("sessions", shown.getT2())
                                .modelAttribute("recoveryCodesLeft", left)
                                .modelAttribute("wrong", wrong));
    }

    private Secret session(ServerWebExchange exchange) {
        return cookie.in(exchange).orElseThrow();
    }
}
