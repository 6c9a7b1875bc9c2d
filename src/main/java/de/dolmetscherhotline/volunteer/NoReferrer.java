package de.dolmetscherhotline.volunteer;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** No other page learns that somebody came from a volunteer's page, not even one of ours: addresses of links are secrets. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class NoReferrer implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        if (path.startsWith(LinkPage.PATH + "/") || path.startsWith(OwnPage.PATH)) {
            exchange.getResponse().getHeaders().set("Referrer-Policy", "no-referrer");
        }
        return chain.filter(exchange);
    }
}
