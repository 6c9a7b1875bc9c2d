package de.dolmetscherhotline.member;

import de.dolmetscherhotline.oidc.Arrival;
import de.dolmetscherhotline.oidc.Departure;
import de.dolmetscherhotline.oidc.IdentityProvider;
import de.dolmetscherhotline.platform.ClientNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * To the identity provider and back. Whoever it vouches for is let in if she was invited; everybody else is back on the page for
 * signing in, where a password still works.
 */
@PortalPage
@RequestMapping(ProviderPage.PATH)
class ProviderPage {

    static final String PATH = SignInPage.PATH + "/provider";

    /** Where the provider sends browsers back to. */
    static final String RETURN = PATH + "/return";

    private final PortalProvider provider;
    private final SigningIn signingIn;
    private final SignInLimits limits;
    private final Entrance entrance;
    private final ClientNetwork networks;

    ProviderPage(
            PortalProvider provider,
            SigningIn signingIn,
            SignInLimits limits,
            Entrance entrance,
            ClientNetwork networks) {
        this.provider = provider;
        this.signingIn = signingIn;
        this.limits = limits;
        this.entrance = entrance;
        this.networks = networks;
    }

    @GetMapping
    Mono<Rendering> leave(
            @RequestParam(name = "to", required = false) @Nullable String to, ServerWebExchange exchange) {
        return provider.get()
                .flatMap(known -> known.depart(exchange, Destination.of(to).path()))
                .map(ProviderPage::answer)
                .defaultIfEmpty(PortalViews.seeOther(SignInPage.PATH));
    }

    private static Rendering answer(Departure departure) {
        return switch (departure) {
            case Departure.To to -> PortalViews.seeOther(to.address().toString());
            case Departure.Away away -> says("provider-away");
        };
    }

    @GetMapping("/return")
    Mono<Rendering> comeBack(ServerWebExchange exchange) {
        var network = networks.of(exchange.getRequest());
        return provider.get()
                .flatMap(known -> limits.provider(network)
                        .flatMap(allowed ->
                                allowed ? comeBack(known, network, exchange) : Mono.just(says("provider-too-many"))))
                .defaultIfEmpty(PortalViews.seeOther(SignInPage.PATH));
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
        return signingIn
                .vouchedFor(proven.who())
                .flatMap(session -> limits.forgiveProvider(network)
                        .then(entrance.enter(exchange, session))
                        .thenReturn(
                                PortalViews.seeOther(Destination.of(proven.to()).path())))
                .defaultIfEmpty(says("provider-unknown"));
    }

    private static Rendering says(String what) {
        return PortalViews.seeOther(SignInPage.PATH + "?" + SignInPage.SAYS + "=" + what);
    }
}
