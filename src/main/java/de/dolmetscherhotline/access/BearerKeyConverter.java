package de.dolmetscherhotline.access;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes the key out of {@code Authorization: Bearer …}. */
final class BearerKeyConverter implements ServerAuthenticationConverter {

    private static final String PREFIX = "Bearer ";

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return Mono.justOrEmpty(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(header -> StringUtils.startsWithIgnoreCase(header, PREFIX))
                .map(header -> header.substring(PREFIX.length()).strip())
                .map(key -> UsernamePasswordAuthenticationToken.unauthenticated("api-key", key));
    }
}
