package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.live.Attempts;
import de.dolmetscherhotline.platform.Secret;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/**
 * Where the link in a text leads. It is exchanged for a cookie at once, so that it stays out of the address bar, of what
 * other pages learn, and of pictures of the screen. Opening does not use it up.
 */
@Controller
class LinkPage {

    /** Short: it travels in a text. */
    static final String PATH = "/v";

    private static final String WRONG_LINKS = "volunteer-link";
    private static final int MOST_WRONG = 30;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Visits visits;
    private final VisitCookie cookie;
    private final Attempts attempts;

    LinkPage(Visits visits, VisitCookie cookie, Attempts attempts) {
        this.visits = visits;
        this.cookie = cookie;
        this.attempts = attempts;
    }

    @GetMapping(PATH + "/{token}")
    Mono<ResponseEntity<Void>> open(@PathVariable String token, ServerHttpRequest request) {
        return Mono.justOrEmpty(Secret.of(token))
                .flatMap(visits::open)
                .map(this::toOwnPage)
                .switchIfEmpty(Mono.defer(() -> refuse(request)));
    }

    private ResponseEntity<Void> toOwnPage(Secret visit) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(OwnPage.PATH))
                .header(HttpHeaders.SET_COOKIE, cookie.holding(visit).toString())
                .build();
    }

    /** Guessing is hopeless; who tries is told so only a few times. A link that works is not kept out by others' attempts. */
    private Mono<ResponseEntity<Void>> refuse(ServerHttpRequest request) {
        return attempts.allowed(WRONG_LINKS, address(request.getRemoteAddress()), MOST_WRONG, WINDOW)
                .flatMap(allowed -> Mono.error(allowed ? VisitOver.notLetIn() : VisitOver.tooManyWrongLinks()));
    }

    private static String address(@Nullable InetSocketAddress peer) {
        return peer == null ? "" : peer.getHostString();
    }
}
