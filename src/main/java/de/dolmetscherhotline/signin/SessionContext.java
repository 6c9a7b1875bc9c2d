package de.dolmetscherhotline.signin;

import de.dolmetscherhotline.platform.Secret;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Tells who sends a request by the session in its cookie; the database is asked once for each request.
 *
 * @param <P> the principal of those who have signed in
 */
public abstract class SessionContext<P> implements ServerSecurityContextRepository {

    private final String known = getClass().getName();
    private final SessionCookie cookie;
    private final Function<Secret, Mono<P>> find;
    private final List<GrantedAuthority> authorities;

    /**
     * A context.
     *
     * @param find whose session it is; empty if it is over
     * @param authorities of everybody who has signed in
     */
    protected SessionContext(SessionCookie cookie, Function<Secret, Mono<P>> find, List<GrantedAuthority> authorities) {
        this.cookie = cookie;
        this.find = find;
        this.authorities = authorities;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return signedIn(exchange).map(this::context);
    }

    /** Whoever is signed in; empty for everybody else. */
    private Mono<P> signedIn(ServerWebExchange exchange) {
        Mono<P> asked = exchange.getAttribute(known);
        if (asked != null) {
            return asked;
        }
        var found = Mono.justOrEmpty(cookie.in(exchange)).flatMap(find).cache();
        exchange.getAttributes().put(known, found);
        return found;
    }

    private SecurityContext context(P who) {
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(who, "", authorities));
    }

    /** Sessions are opened by signing in, and by nothing else. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.error(() -> new UnsupportedOperationException("the sign-in page opens sessions"));
    }
}
