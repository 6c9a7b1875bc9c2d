package de.dolmetscherhotline.signin;

import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends whoever is not signed in to the page where she signs in, and from there back to what she wanted to see. A form that she
 * sent is not sent again for her. What a script asks for is answered by 401.
 *
 * @param area which she wants to enter
 */
public record SignInRequired(Area area) implements ServerAuthenticationEntryPoint {

    /** With it a page asks for a part of itself (htmx). */
    private static final String PART = "HX-Request";

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
        return Mono.fromRunnable(() -> answer(exchange));
    }

    private void answer(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        if (!isForPeople(exchange)) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            return;
        }
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().setLocation(signIn(exchange));
    }

    private static boolean isForPeople(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        var accepted = headers.getAccept();
        return headers.getFirst(PART) == null
                && (accepted.isEmpty() || accepted.stream().anyMatch(MediaType.TEXT_HTML::isCompatibleWith));
    }

    private URI signIn(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return request.getMethod().equals(HttpMethod.GET)
                ? area.signInFor(area.asked(request.getURI()))
                : URI.create(area.signInSaying("ended"));
    }
}
