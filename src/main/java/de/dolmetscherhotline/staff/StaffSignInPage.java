package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.platform.ClientNetwork;
import de.dolmetscherhotline.signin.SignInPages;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where staff sign in and out. */
@DashboardPage(Role.VIEWER)
@RequestMapping(DashboardAccess.PATH)
@RecordsItself("shows nobody; who signs in is recorded once she has shown everything")
class StaffSignInPage extends SignInPages {

    static final String PATH = DashboardAccess.PATH + SignInPages.IN;
    static final String OUT = DashboardAccess.PATH + SignInPages.OUT;

    StaffSignInPage(
            StaffSigningIn signingIn, DashboardProvider provider, DashboardCookie cookie, ClientNetwork networks) {
        super(DashboardAccess.AREA, signingIn, provider, cookie, networks, "");
    }
}
