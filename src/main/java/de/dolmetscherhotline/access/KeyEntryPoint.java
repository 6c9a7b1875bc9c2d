package de.dolmetscherhotline.access;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells whoever came without a key, or with one that lets nobody in, what is the matter. */
final class KeyEntryPoint implements ServerAuthenticationEntryPoint {

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
        return refused instanceof KeyRefused known
                ? explain(exchange, known)
                : Refusal.KEY_REQUIRED.commence(exchange, refused);
    }

    private static Mono<Void> explain(ServerWebExchange exchange, KeyRefused refused) {
        return switch (refused.reason()) {
            case BLOCKED -> Refusal.BLOCKED.commence(exchange, refused);
            case AWAY -> Refusal.AWAY.commence(exchange, refused);
            case TOO_OFTEN -> {
                exchange.getResponse()
                        .getHeaders()
                        .set(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(refused.pause())));
                yield Refusal.TOO_OFTEN.commence(exchange, refused);
            }
        };
    }

    /** Rounded up, so that nobody comes back too early. */
    private static long wholeSeconds(Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }
}
