package de.dolmetscherhotline.member;

import de.dolmetscherhotline.oidc.Identity;
import de.dolmetscherhotline.platform.ClientNetwork;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.signin.ProviderPages;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Members go to their identity provider and come back. */
@PortalPage
@RequestMapping(ProviderPage.PATH)
class ProviderPage extends ProviderPages {

    static final String PATH = SignInPage.PATH + "/provider";

    /** Where the provider sends browsers back to. */
    static final String RETURN = PATH + ProviderPages.RETURN;

    private final SigningIn signingIn;
    private final Entrance entrance;

    ProviderPage(
            PortalProvider provider,
            SigningIn signingIn,
            SignInLimits limits,
            Entrance entrance,
            ClientNetwork networks) {
        super(PortalAccess.AREA, provider, limits, networks);
        this.signingIn = signingIn;
        this.entrance = entrance;
    }

    @Override
    protected Mono<Secret> vouchedFor(Identity identity) {
        return signingIn.vouchedFor(identity);
    }

    @Override
    protected Mono<Void> enter(ServerWebExchange exchange, Secret session) {
        return entrance.enter(exchange, session);
    }
}
