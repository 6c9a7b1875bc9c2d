package de.dolmetscherhotline.signin;

import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.platform.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The cookie that holds the secret of a session. It ends with the browser at the latest. */
public abstract class SessionCookie {

    private final String name;
    private final String path;
    private final PublicUrl publicUrl;
    private final Function<Secret, Mono<Void>> end;

    /**
     * A cookie.
     *
     * @param path under which pages get it
     * @param end ends a session
     */
    protected SessionCookie(String name, String path, PublicUrl publicUrl, Function<Secret, Mono<Void>> end) {
        this.name = name;
        this.path = path;
        this.publicUrl = publicUrl;
        this.end = end;
    }

    public Optional<Secret> in(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(name))
                .map(HttpCookie::getValue)
                .flatMap(Secret::of);
    }

    /** Lets a browser in. Whatever session it came with, nobody else goes on in it. */
    public Mono<Void> enter(ServerWebExchange exchange, Secret secret) {
        return endOf(exchange).then(Mono.fromRunnable(() -> set(exchange, secret)));
    }

    /** Signs a browser out. */
    public Mono<Void> leave(ServerWebExchange exchange) {
        return endOf(exchange).then(Mono.fromRunnable(() -> remove(exchange)));
    }

    private Mono<Void> endOf(ServerWebExchange exchange) {
        return Mono.justOrEmpty(in(exchange)).flatMap(end);
    }

    /** Goes on in another session; the one before has ended. */
    public void set(ServerWebExchange exchange, Secret secret) {
        exchange.getResponse().addCookie(cookie(secret.text()).build());
    }

    private void remove(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie("").maxAge(Duration.ZERO).build());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(name, value)
                .path(path)
                .httpOnly(true)
                .secure(publicUrl.isTls())
                .sameSite("Lax");
    }
}
