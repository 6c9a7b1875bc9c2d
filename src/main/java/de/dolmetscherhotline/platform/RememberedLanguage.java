package de.dolmetscherhotline.platform;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Whoever chose the language of a page ({@code ?lang=en}) gets the next pages in it too. Publications set no cookie: caches
 * may keep them.
 */
@Component
class RememberedLanguage implements WebFilter {

    private static final Duration LIFE = Duration.ofDays(180);

    private final PublicUrl publicUrl;

    RememberedLanguage(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst(PageLanguage.NAME))
                .filter(PageLanguage::offers)
                .filter(language -> PageLanguage.isPage(path) && !Publications.contain(path))
                .ifPresent(language -> exchange.getResponse().addCookie(cookie(language)));
        return chain.filter(exchange);
    }

    private ResponseCookie cookie(String language) {
        return ResponseCookie.from(PageLanguage.NAME, language)
                .path("/")
                .maxAge(LIFE)
                .httpOnly(true)
                .secure(publicUrl.isTls())
                .sameSite("Lax")
                .build();
    }
}
