package de.dolmetscherhotline.access;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers a request that is not let in as problem details (RFC 9457). */
final class Refusal implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    /** Without a valid key: 401 that says which kind of key is expected (RFC 6750). */
    static final Refusal KEY_REQUIRED = new Refusal(HttpStatus.UNAUTHORIZED, "A valid API key is required.", "Bearer");

    /** With a key that does not allow it: 403 that says so (RFC 6750). */
    static final Refusal NOT_ALLOWED =
            new Refusal(HttpStatus.FORBIDDEN, "Your key does not allow this.", "Bearer error=\"insufficient_scope\"");

    /** With a key of an organisation that is blocked: 403. */
    static final Refusal BLOCKED = new Refusal(HttpStatus.FORBIDDEN, "The organisation of this key is blocked.", null);

    /** With a key that was used too often: 429. */
    static final Refusal TOO_OFTEN =
            new Refusal(HttpStatus.TOO_MANY_REQUESTS, "Too many requests with this key. Please wait.", null);

    /** With a key that cannot be looked up now: 503. */
    static final Refusal AWAY =
            new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer. Please try again.", null);

    /** Nobody gets in here, whoever asks: 403. */
    static final Refusal CLOSED = new Refusal(HttpStatus.FORBIDDEN, "This is not open to you.", null);

    private final HttpStatus status;
    private final byte[] body;
    private final @Nullable String challenge;

    private Refusal(HttpStatus status, String detail, @Nullable String challenge) {
        this.status = status;
        this.body = "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(status.getReasonPhrase(), status.value(), detail)
                .getBytes(StandardCharsets.UTF_8);
        this.challenge = challenge;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
        return answer(exchange.getResponse());
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return answer(exchange.getResponse());
    }

    private Mono<Void> answer(ServerHttpResponse response) {
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (challenge != null) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
