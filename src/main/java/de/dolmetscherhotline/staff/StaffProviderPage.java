package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.platform.ClientNetwork;
import de.dolmetscherhotline.signin.ProviderPages;
import org.springframework.web.bind.annotation.RequestMapping;

/** Staff go to their identity provider and come back. Its word stands for a password: the second factor is still asked for. */
@DashboardPage(Role.VIEWER)
@RequestMapping(StaffProviderPage.PATH)
@RecordsItself("shows nobody; that somebody is linked, or signs in, is recorded with it")
class StaffProviderPage extends ProviderPages {

    static final String PATH = StaffSignInPage.PATH + "/provider";

    /** Where the provider sends browsers back to. */
    static final String RETURN = PATH + ProviderPages.RETURN;

    StaffProviderPage(
            DashboardProvider provider,
            StaffSigningIn signingIn,
            StaffLimits limits,
            DashboardCookie cookie,
            ClientNetwork networks) {
        super(DashboardAccess.AREA, provider, signingIn, limits, cookie, networks);
    }
}
