package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.platform.ClientNetwork;
import de.dolmetscherhotline.signin.AcceptPages;
import de.dolmetscherhotline.signin.Passwords;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where somebody of the staff who was invited sets her password. */
@DashboardPage(Role.VIEWER)
@RequestMapping(StaffAcceptPage.PATH)
@RecordsItself("nobody is signed in yet; that a password was set is recorded with it")
class StaffAcceptPage extends AcceptPages {

    static final String PATH = DashboardAccess.PATH + AcceptPages.PATH;

    StaffAcceptPage(
            StaffSigningIn signingIn,
            Passwords passwords,
            StaffLimits limits,
            DashboardCookie cookie,
            ClientNetwork networks) {
        super(DashboardAccess.AREA, signingIn, passwords, limits, cookie, networks);
    }
}
