package de.dolmetscherhotline.platform;

import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Shows an {@link ErrorPage} also for what fails before it comes to a handler, such as an address that leads to none. */
@Component
@Order(ErrorPages.BEFORE_THE_FRAMEWORK)
class ErrorPages implements WebExceptionHandler {

    /** Spring Boot answers whatever comes to position -1. */
    static final int BEFORE_THE_FRAMEWORK = -2;

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final MessageSource messages;

    ErrorPages(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return exchange.getResponse().isCommitted()
                ? Mono.error(failure)
                : ErrorPage.insteadOfProblem(exchange)
                        .map(page -> answer(page, exchange, failure))
                        .orElseGet(() -> Mono.error(failure));
    }

    private Mono<Void> answer(ErrorPage page, ServerWebExchange exchange, Throwable failure) {
        var status = failure instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.is5xxServerError()) {
            var request = exchange.getRequest();
            LOG.error("Request failed: {} {}", request.getMethod(), request.getPath(), failure);
        }
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(ErrorPage.TYPE);
        return write(response, page.html(status, messages));
    }

    private static Mono<Void> write(ServerHttpResponse response, String html) {
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(html.getBytes(StandardCharsets.UTF_8))));
    }
}
