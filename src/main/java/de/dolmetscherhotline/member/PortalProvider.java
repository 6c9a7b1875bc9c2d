package de.dolmetscherhotline.member;

import de.dolmetscherhotline.oidc.IdentityProvider;
import de.dolmetscherhotline.oidc.IdentityProviders;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The identity provider by which members may sign in as well, if one is configured. */
@Component
class PortalProvider {

    private final Optional<IdentityProvider> provider;

    PortalProvider(IdentityProviders providers, PortalSettings settings) {
        this.provider = providers.of(settings.oidc(), "HOTLINE_PORTAL_OIDC_", ProviderPage.RETURN);
    }

    /** Empty if there is none. */
    Mono<IdentityProvider> get() {
        return Mono.justOrEmpty(provider);
    }

    /** What members know it as; blank if there is none. */
    String label() {
        return provider.map(IdentityProvider::label).orElse("");
    }
}
