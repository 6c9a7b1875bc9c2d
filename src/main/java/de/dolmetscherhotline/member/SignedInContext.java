package de.dolmetscherhotline.member;

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
class SignedInContext implements ServerSecurityContextRepository {

    static final String ROLE = "MEMBER";

    private static final String KNOWN = SignedInContext.class.getName();

    private final PortalCookie cookie;
    private final MemberSessions sessions;

    SignedInContext(PortalCookie cookie, MemberSessions sessions) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return signedIn(exchange).map(SignedInContext::context);
    }

    /** Whoever is signed in; empty for everybody else. */
    private Mono<SignedIn> signedIn(ServerWebExchange exchange) {
        Mono<SignedIn> known = exchange.getAttribute(KNOWN);
        if (known != null) {
            return known;
        }
        var found =
                Mono.justOrEmpty(cookie.in(exchange)).flatMap(sessions::find).cache();
        exchange.getAttributes().put(KNOWN, found);
        return found;
    }

    private static SecurityContext context(SignedIn who) {
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                who, "", AuthorityUtils.createAuthorityList("ROLE_" + ROLE)));
    }

    /** Sessions are opened by signing in, and by nothing else. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.error(() -> new UnsupportedOperationException("the sign-in page opens sessions"));
    }
}
