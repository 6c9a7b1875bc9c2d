package de.dolmetscherhotline.oidc;

import de.dolmetscherhotline.kernel.MailAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Somebody else who knows people. Whoever comes back from there has proven to be somebody, or nobody is let in. */
public final class IdentityProvider {

    private static final Logger log = LoggerFactory.getLogger(IdentityProvider.class);

    private static final String COOKIE = "provider";
    private static final Duration LONGEST_JOURNEY = Duration.ofMinutes(15);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final int LONGEST_DESTINATION = 1000;
    private static final String DENIED = "access_denied";

    /** An error of OAuth 2; anything else that a provider says may contain anything. */
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,50}");

    private final ProviderSettings settings;
    private final String returnPath;
    private final boolean byTls;
    private final Discovery discovery;

    IdentityProvider(ProviderSettings settings, String returnPath, boolean byTls, Discovery discovery) {
        this.settings = settings;
        this.returnPath = returnPath;
        this.byTls = byTls;
        this.discovery = discovery;
    }

    /** What people know the provider as. */
    public String label() {
        return settings.label();
    }

    /**
     * Sends a browser to the provider; sets a cookie with which it comes back.
     *
     * @param to where somebody wants to go in the end; forgotten if it is very long
     */
    public Mono<Departure> depart(ServerWebExchange exchange, String to) {
        return discovery
                .checks()
                .flatMap(checks -> checks.request(exchange))
                .map(request -> depart(exchange, request, to.length() > LONGEST_DESTINATION ? "" : to))
                .timeout(LONGEST_ANSWER)
                .onErrorResume(ProviderAway::isMeantBy, away -> Mono.just(goneNowhere(away)));
    }

    private Departure depart(ServerWebExchange exchange, OAuth2AuthorizationRequest request, String to) {
        exchange.getResponse().addCookie(cookie(Journey.of(request, to).cookie(), LONGEST_JOURNEY));
        return new Departure.To(URI.create(request.getAuthorizationRequestUri()));
    }

    private Departure goneNowhere(Throwable away) {
        logAway(away);
        return new Departure.Away();
    }

    /** What came of it: a request to the return path, which counts once in each browser. */
    public Mono<Arrival> arrive(ServerWebExchange exchange) {
        var journey = Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .flatMap(Journey::in);
        exchange.getResponse().addCookie(cookie("", Duration.ZERO));
        var answer = exchange.getRequest().getQueryParams();
        return journey.filter(left -> isAnswer(left, answer))
                .map(left -> arrive(left, answer))
                .orElseGet(() -> Mono.just(new Arrival.Refused()));
    }

    /** Whether it answers this browser, and comes from this provider where that is said (RFC 9207). */
    private boolean isAnswer(Journey left, MultiValueMap<String, String> answer) {
        var issuer = answer.getFirst("iss");
        return left.state().equals(answer.getFirst("state")) && (issuer == null || issuer.equals(settings.issuer()));
    }

    private Mono<Arrival> arrive(Journey left, MultiValueMap<String, String> answer) {
        var code = answer.getFirst("code");
        if (code == null || code.isBlank() || answer.containsKey("error")) {
            return Mono.just(DENIED.equals(answer.getFirst("error")) ? new Arrival.Cancelled() : new Arrival.Refused());
        }
        return discovery
                .checks()
                .flatMap(checks -> checks.user(left, code))
                .map(user -> proven(user, left.to()))
                .timeout(LONGEST_ANSWER)
                .onErrorResume(ProviderAway::isMeantBy, away -> Mono.just(away(away)))
                .onErrorResume(OAuth2AuthenticationException.class, wrong -> Mono.just(refused(wrong)));
    }

    private Arrival proven(OidcUser user, String to) {
        var subject = user.getSubject();
        if (subject == null || subject.isEmpty() || subject.length() > Identity.LONGEST_SUBJECT) {
            return new Arrival.Refused();
        }
        var mail = Boolean.TRUE.equals(user.getEmailVerified())
                ? MailAddress.parse(user.getEmail())
                : Optional.<MailAddress>empty();
        var name = Objects.requireNonNullElse(user.getFullName(), "");
        return new Arrival.Proven(new Identity(settings.issuer(), subject, mail, name), to);
    }

    private Arrival away(Throwable away) {
        logAway(away);
        return new Arrival.Away();
    }

    private void logAway(Throwable away) {
        log.warn(
                "The identity provider {} is away: {}",
                settings.issuer(),
                away.getClass().getSimpleName());
    }

    private Arrival refused(OAuth2AuthenticationException wrong) {
        var code = wrong.getError().getErrorCode();
        log.warn(
                "What somebody brings from the identity provider {} is refused: {}",
                settings.issuer(),
                CODE.matcher(code).matches() ? code : "unknown");
        return new Arrival.Refused();
    }

    private ResponseCookie cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .path(returnPath)
                .maxAge(life)
                .httpOnly(true)
                .secure(byTls)
                .sameSite("Lax")
                .build();
    }
}
