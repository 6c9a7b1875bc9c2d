package de.dolmetscherhotline.access;

import java.util.List;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/**
 * Lets coordinators ask about every district, and keys of organisations with the right scope about their own, which the
 * request names as {@code districtId}.
 */
final class OwnDistrict implements ReactiveAuthorizationManager<AuthorizationContext> {

    private static final String DISTRICT = "districtId";

    private final Scope scope;

    OwnDistrict(Scope scope) {
        this.scope = scope;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext asked) {
        var districts = asked.getExchange().getRequest().getQueryParams().getOrDefault(DISTRICT, List.of());
        return caller.filter(Authentication::isAuthenticated)
                .<AuthorizationResult>map(known -> new AuthorizationDecision(mayAskAbout(known, districts)))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private boolean mayAskAbout(Authentication caller, List<String> districts) {
        return Authorities.has(caller, Authorities.COORDINATOR)
                || (Authorities.has(caller, scope.authority())
                        && caller.getPrincipal() instanceof KeyHolder holder
                        && areAll(districts, holder.district().toString()));
    }

    /** Whoever names none is told so by whom they ask; a parameter that comes twice may be read in two ways. */
    private static boolean areAll(List<String> districts, String own) {
        return districts.stream().allMatch(own::equalsIgnoreCase);
    }
}
