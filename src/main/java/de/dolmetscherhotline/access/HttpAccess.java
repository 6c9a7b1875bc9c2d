package de.dolmetscherhotline.access;

import de.dolmetscherhotline.platform.Publications;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/** Who may use which path. What no chain names is closed. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class HttpAccess {

    private static final String WEBHOOK = "/api/v1/organisations/{id}/webhook";

    /** The telephone network signs its requests; the package that knows it checks the signatures. */
    @Bean
    @Order(1)
    SecurityWebFilterChain telephoneNetwork(ServerHttpSecurity http) {
        return stateless(http, "/twilio/**")
                .authorizeExchange(paths -> paths.anyExchange().permitAll())
                .build();
    }

    /** The simulated side of the telephone network; it has an authentication of its own. */
    @Bean
    @Order(2)
    SecurityWebFilterChain simulatedNetwork(ServerHttpSecurity http) {
        return stateless(http, "/simulator/rest/**")
                .authorizeExchange(paths -> paths.anyExchange().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain operations(ServerHttpSecurity http) {
        return stateless(http, "/actuator/**")
                .authorizeExchange(paths -> paths.pathMatchers("/actuator/health/**", "/actuator/prometheus")
                        .permitAll()
                        .anyExchange()
                        .denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(Refusal.CLOSED))
                .build();
    }

    @Bean
    @Order(4)
    SecurityWebFilterChain restApi(ServerHttpSecurity http, ApiKeys keys) {
        return stateless(http, "/api/**")
                .authorizeExchange(paths -> openToOrganisations(paths)
                        .pathMatchers("/api/v1/openapi", "/api/v1/openapi.yaml", "/api/v1/openapi.html")
                        .permitAll()
                        .anyExchange()
                        .hasAuthority(Authorities.COORDINATOR))
                .addFilterAt(keyFilter(keys), SecurityWebFiltersOrder.AUTHENTICATION)
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(new KeyEntryPoint()).accessDeniedHandler(Refusal.NOT_ALLOWED))
                .build();
    }

    /** What a key of an organisation opens if it has the scope; nothing else does. */
    private static AuthorizeExchangeSpec openToOrganisations(AuthorizeExchangeSpec paths) {
        return paths.pathMatchers(HttpMethod.GET, "/api/v1/languages")
                .hasAnyAuthority(Authorities.COORDINATOR, Scope.LANGUAGES_READ.authority())
                .pathMatchers(HttpMethod.GET, "/api/v1/coverage")
                .access(new OwnDistrict(Scope.COVERAGE_READ))
                .pathMatchers(HttpMethod.GET, "/api/v1/requests/**")
                .hasAnyAuthority(Authorities.COORDINATOR, Scope.REQUESTS_READ.authority())
                .pathMatchers("/api/v1/requests/**")
                .hasAnyAuthority(Authorities.COORDINATOR, Scope.REQUESTS_WRITE.authority())
                .pathMatchers(HttpMethod.GET, "/api/v1/calls/*/guests/**")
                .hasAnyAuthority(Authorities.COORDINATOR, Scope.GUESTS_READ.authority())
                .pathMatchers("/api/v1/calls/*/guests/**")
                .hasAnyAuthority(Authorities.COORDINATOR, Scope.GUESTS_WRITE.authority())
                .pathMatchers(HttpMethod.GET, "/api/v1/appointments/**")
                .hasAnyAuthority(Authorities.COORDINATOR, Scope.APPOINTMENTS_READ.authority())
                .pathMatchers("/api/v1/appointments/**")
                .hasAnyAuthority(Authorities.COORDINATOR, Scope.APPOINTMENTS_WRITE.authority())
                .pathMatchers(HttpMethod.GET, WEBHOOK, WEBHOOK + "/deliveries")
                .access(new OwnOrganisation(Scope.WEBHOOKS_READ))
                .pathMatchers(WEBHOOK, WEBHOOK + "/test")
                .access(new OwnOrganisation(Scope.WEBHOOKS_WRITE));
    }

    /** Pages that are the same for everybody, have no forms and may be kept by caches: no cookie comes with them. */
    @Bean
    @Order(5)
    SecurityWebFilterChain publications(ServerHttpSecurity http) {
        return stateless(http, Publications.paths().toArray(String[]::new))
                .authorizeExchange(paths -> paths.pathMatchers(HttpMethod.GET)
                        .permitAll()
                        .anyExchange()
                        .denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(Refusal.CLOSED))
                .build();
    }

    /** Calendar programs, which have a secret address and no other way to show who they are. */
    @Bean
    @Order(6)
    SecurityWebFilterChain calendars(ServerHttpSecurity http) {
        return stateless(http, "/calendar/**")
                .authorizeExchange(paths -> paths.pathMatchers(HttpMethod.GET)
                        .permitAll()
                        .anyExchange()
                        .denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(Refusal.CLOSED))
                .build();
    }

    /** Pages in a browser: their forms carry a token against cross-site requests. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityWebFilterChain pages(ServerHttpSecurity http, PageChains chains) {
        return chains.begin(http)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(
                        paths -> paths.pathMatchers("/", "/simulator/**", "/assets/**", "/webjars/**", "/favicon.ico")
                                .permitAll()
                                .pathMatchers("/mitmachen/**")
                                .permitAll()
                                .pathMatchers("/v/**", "/volunteer/**")
                                .permitAll()
                                .anyExchange()
                                .denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(Refusal.CLOSED))
                .build();
    }

    private static AuthenticationWebFilter keyFilter(ApiKeys keys) {
        var filter = new AuthenticationWebFilter(keys);
        filter.setServerAuthenticationConverter(new BearerKeyConverter());
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(new KeyEntryPoint()));
        filter.setRequiresAuthenticationMatcher(
                new NegatedServerWebExchangeMatcher(ServerWebExchangeMatchers.pathMatchers("/api/v1/openapi")));
        return filter;
    }

    /** {@link ResponseHeaders} writes the headers, also where no chain gets to. */
    private static ServerHttpSecurity stateless(ServerHttpSecurity http, String... paths) {
        return http.headers(HeaderSpec::disable)
                .securityMatcher(ServerWebExchangeMatchers.pathMatchers(paths))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .logout(LogoutSpec::disable)
                .csrf(CsrfSpec::disable);
    }
}
