package de.dolmetscherhotline.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells who sends a request by the session in its cookie; the database is asked once for each request. */
@Component
class StaffContext implements ServerSecurityContextRepository {

    private static final String KNOWN = StaffContext.class.getName();

    private final DashboardCookie cookie;
    private final StaffSessions sessions;

    StaffContext(DashboardCookie cookie, StaffSessions sessions) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return staff(exchange).map(StaffContext::context);
    }

    /** Whoever is signed in; empty for everybody else. */
    private Mono<Staff> staff(ServerWebExchange exchange) {
        Mono<Staff> known = exchange.getAttribute(KNOWN);
        if (known != null) {
            return known;
        }
        var found =
                Mono.justOrEmpty(cookie.in(exchange)).flatMap(sessions::find).cache();
        exchange.getAttributes().put(KNOWN, found);
        return found;
    }

    private static SecurityContext context(Staff who) {
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(who, "", AuthorityUtils.NO_AUTHORITIES));
    }

    /** Sessions are opened by signing in, and by nothing else. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.error(() -> new UnsupportedOperationException("the sign-in page opens sessions"));
    }
}
