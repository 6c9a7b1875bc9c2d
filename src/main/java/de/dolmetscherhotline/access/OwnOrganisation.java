package de.dolmetscherhotline.access;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/**
 * Lets coordinators in for every organisation, and keys of organisations with the right scope for their own, which the path
 * names as {@code {id}}.
 */
final class OwnOrganisation implements ReactiveAuthorizationManager<AuthorizationContext> {

    private static final String ORGANISATION = "id";

    private final Scope scope;

    OwnOrganisation(Scope scope) {
        this.scope = scope;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext asked) {
        var organisation = String.valueOf(asked.getVariables().get(ORGANISATION));
        return caller.filter(Authentication::isAuthenticated)
                .<AuthorizationResult>map(known -> new AuthorizationDecision(mayActFor(known, organisation)))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private boolean mayActFor(Authentication caller, String organisation) {
        return Authorities.has(caller, Authorities.COORDINATOR)
                || (Authorities.has(caller, scope.authority())
                        && caller.getPrincipal() instanceof KeyHolder holder
                        && holder.organisation().toString().equalsIgnoreCase(organisation));
    }
}
