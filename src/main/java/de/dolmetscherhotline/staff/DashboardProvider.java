package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.oidc.IdentityProviders;
import de.dolmetscherhotline.oidc.OptionalProvider;
import org.springframework.stereotype.Component;

/** That of the staff. */
@Component
class DashboardProvider extends OptionalProvider {

    DashboardProvider(IdentityProviders providers, StaffSettings settings) {
        super(providers.of(settings.oidc(), "HOTLINE_DASHBOARD_OIDC_", StaffProviderPage.RETURN));
    }
}
