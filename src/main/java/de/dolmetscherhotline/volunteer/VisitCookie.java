package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.platform.Secret;
import java.time.Duration;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The cookie that holds the secret of a visit. Handlers that take a {@link Visitor} are called only for whoever has a valid
 * one; for all others they fail with {@link VisitOver}.
 */
@Component
class VisitCookie implements HandlerMethodArgumentResolver {

    static final String NAME = "visit";

    private final Visits visits;
    private final PublicUrl publicUrl;
    private final LinkSettings settings;

    VisitCookie(Visits visits, PublicUrl publicUrl, LinkSettings settings) {
        this.visits = visits;
        this.publicUrl = publicUrl;
        this.settings = settings;
    }

    ResponseCookie holding(Secret visit) {
        return cookie(visit.text(), settings.visitLife());
    }

    ResponseCookie gone() {
        return cookie("", Duration.ZERO);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visitor.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        return Mono.justOrEmpty(exchange.getRequest().getCookies().getFirst(NAME))
                .flatMap(cookie -> Mono.justOrEmpty(Secret.of(cookie.getValue())))
                .flatMap(visits::visitor)
                .switchIfEmpty(Mono.error(VisitOver::notLetIn))
                .cast(Object.class);
    }

    private ResponseCookie cookie(String value, Duration life) {
        return ResponseCookie.from(NAME, value)
                .path(OwnPage.PATH)
                .maxAge(life)
                .httpOnly(true)
                .secure(publicUrl.isTls())
                .sameSite("Lax")
                .build();
    }
}
