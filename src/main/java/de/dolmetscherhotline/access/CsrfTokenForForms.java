package de.dolmetscherhotline.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Hands every template the token that its forms must send; {@code th:action} then writes it by itself. It is an attribute of the
 * model, for which the view waits. A method that answered nothing would end the model of the request: no other advice could
 * add to it.
 */
@ControllerAdvice
class CsrfTokenForForms {

    @ModelAttribute("csrfToken")
    Mono<CsrfToken> token(ServerWebExchange exchange) {
        @Nullable Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null ? Mono.empty() : token.doOnNext(known -> keep(exchange, known));
    }

    private static void keep(ServerWebExchange exchange, CsrfToken token) {
        exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, token);
    }
}
