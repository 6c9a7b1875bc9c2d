package de.dolmetscherhotline.member;

import de.dolmetscherhotline.platform.Secret;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a browser in. Whatever session it came with, nobody else goes on in it. */
@Component
class Entrance {

    private final MemberSessions sessions;
    private final PortalCookie cookie;

    Entrance(MemberSessions sessions, PortalCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    Mono<Void> enter(ServerWebExchange exchange, Secret session) {
        return cookie.replace(exchange, session, sessions::end);
    }
}
