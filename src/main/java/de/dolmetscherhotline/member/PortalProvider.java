package de.dolmetscherhotline.member;

import de.dolmetscherhotline.oidc.IdentityProviders;
import de.dolmetscherhotline.oidc.OptionalProvider;
import org.springframework.stereotype.Component;

/** That of the members. */
@Component
class PortalProvider extends OptionalProvider {

    PortalProvider(IdentityProviders providers, PortalSettings settings) {
        super(providers.of(settings.oidc(), "HOTLINE_PORTAL_OIDC_", ProviderPage.RETURN));
    }
}
