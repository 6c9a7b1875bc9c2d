package de.dolmetscherhotline.staff;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Opens each page of the dashboard to the roles that it names ({@link DashboardPage}). What does not name any is closed, so
 * that whoever adds a page cannot forget to think of it.
 */
@Component
class DashboardGate implements ReactiveAuthorizationManager<AuthorizationContext> {

    private final RequestMappingHandlerMapping pages;

    DashboardGate(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages) {
        this.pages = pages;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext asked) {
        return caller.map(Authentication::getPrincipal)
                .ofType(Staff.class)
                .filter(Staff::complete)
                .flatMap(who -> page(asked.getExchange()).map(page -> isOpenTo(who, page)))
                .<AuthorizationResult>map(AuthorizationDecision::new)
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private Mono<HandlerMethod> page(ServerWebExchange exchange) {
        return pages.getHandler(exchange)
                .ofType(HandlerMethod.class)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static boolean isOpenTo(Staff who, HandlerMethod page) {
        var named = AnnotatedElementUtils.findMergedAnnotation(page.getBeanType(), DashboardPage.class);
        return named != null && who.isAtLeast(named.value());
    }
}
