package de.dolmetscherhotline.signin;

import de.dolmetscherhotline.oidc.Arrival;
import de.dolmetscherhotline.oidc.Departure;
import de.dolmetscherhotline.oidc.IdentityProvider;
import de.dolmetscherhotline.oidc.OptionalProvider;
import de.dolmetscherhotline.platform.ClientNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * To the identity provider of an area and back. Whoever it vouches for is let in if she was invited; everybody else is back on
 * the page for signing in, where a password still works.
 */
public abstract class ProviderPages {

    /** Where the provider sends browsers back to, under the path of these pages. */
    public static final String RETURN = "/return";

    private final Area area;
    private final OptionalProvider provider;
    private final WaysIn<?> ways;
    private final GuessLimits limits;
    private final SessionCookie cookie;
    private final ClientNetwork networks;

    protected ProviderPages(
            Area area,
            OptionalProvider provider,
            WaysIn<?> ways,
            GuessLimits limits,
            SessionCookie cookie,
            ClientNetwork networks) {
        this.area = area;
        this.provider = provider;
        this.ways = ways;
        this.limits = limits;
        this.cookie = cookie;
        this.networks = networks;
    }

    @GetMapping
    public Mono<Rendering> leave(
            @RequestParam(name = "to", required = false) @Nullable String to, ServerWebExchange exchange) {
        return provider.get()
                .flatMap(known -> known.depart(exchange, area.page(to)))
                .map(this::answer)
                .defaultIfEmpty(SignInViews.seeOther(area.signIn()));
    }

    private Rendering answer(Departure departure) {
        return switch (departure) {
            case Departure.To to -> SignInViews.seeOther(to.address().toString());
            case Departure.Away away -> says("provider-away");
        };
    }

    @GetMapping(RETURN)
    public Mono<Rendering> comeBack(ServerWebExchange exchange) {
        var network = networks.of(exchange.getRequest());
        return provider.get()
                .flatMap(known -> limits.provider(network)
                        .flatMap(allowed ->
                                allowed ? comeBack(known, network, exchange) : Mono.just(says("provider-too-many"))))
                .defaultIfEmpty(SignInViews.seeOther(area.signIn()));
    }

    private Mono<Rendering> comeBack(IdentityProvider known, String network, ServerWebExchange exchange) {
        return known.arrive(exchange).flatMap(arrival -> answer(arrival, network, exchange));
    }

    private Mono<Rendering> answer(Arrival arrival, String network, ServerWebExchange exchange) {
        return switch (arrival) {
            case Arrival.Proven proven -> enter(proven, network, exchange);
            case Arrival.Cancelled cancelled -> Mono.just(says("provider-cancelled"));
            case Arrival.Refused refused -> Mono.just(says("provider-refused"));
            case Arrival.Away away -> Mono.just(says("provider-away"));
        };
    }

    private Mono<Rendering> enter(Arrival.Proven proven, String network, ServerWebExchange exchange) {
        return ways.vouchedFor(proven.who())
                .flatMap(session -> limits.forgiveProvider(network)
                        .then(cookie.enter(exchange, session))
                        .thenReturn(SignInViews.seeOther(area.page(proven.to()))))
                .defaultIfEmpty(says("provider-unknown"));
    }

    private Rendering says(String what) {
        return SignInViews.seeOther(area.signInSaying(what));
    }
}
