package de.dolmetscherhotline.member;

import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.platform.Secret;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** The cookie that holds the secret of a session. It ends with the browser at the latest. */
@Component
class PortalCookie {

    static final String NAME = "portal";

    private final PublicUrl publicUrl;

    PortalCookie(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    Optional<Secret> in(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(NAME))
                .map(HttpCookie::getValue)
                .flatMap(Secret::of);
    }

    void set(ServerWebExchange exchange, Secret secret) {
        exchange.getResponse().addCookie(cookie(secret.text()).build());
    }

    void remove(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie("").maxAge(Duration.ZERO).build());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(NAME, value)
                .path(PortalAccess.PATH)
                .httpOnly(true)
                .secure(publicUrl.isTls())
                .sameSite("Lax");
    }
}
