package de.dolmetscherhotline.access;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers a form without its token: a person in a browser most likely had the page open for too long and learns how to go on,
 * anybody else gets problem details.
 */
final class StaleForm implements ServerAccessDeniedHandler {

    private static final BarePage PAGE = new BarePage(
            "Bitte noch einmal",
            "Die Seite war zu lange offen, es wurde nichts gespeichert. Gehen Sie in Ihrem Browser zurück, kopieren Sie, was"
                    + " Sie geschrieben haben, und laden Sie die Seite neu.",
            "The page was open for too long, and nothing was saved. Go back in your browser, copy what you wrote, and reload"
                    + " the page.");

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return exchange.getRequest().getHeaders().getAccept().contains(MediaType.TEXT_HTML)
                ? PAGE.answer(exchange.getResponse(), HttpStatus.FORBIDDEN)
                : Refusal.CLOSED.handle(exchange, denied);
    }
}
