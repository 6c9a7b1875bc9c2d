package de.dolmetscherhotline.member;

import de.dolmetscherhotline.platform.ClientNetwork;
import de.dolmetscherhotline.signin.AcceptPages;
import de.dolmetscherhotline.signin.Passwords;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where an invited member sets her password. */
@PortalPage
@RequestMapping(AcceptPage.PATH)
class AcceptPage extends AcceptPages {

    static final String PATH = PortalAccess.PATH + AcceptPages.PATH;

    AcceptPage(
            SigningIn signingIn,
            Passwords passwords,
            SignInLimits limits,
            PortalCookie cookie,
            ClientNetwork networks) {
        super(PortalAccess.AREA, signingIn, passwords, limits, cookie, networks);
    }
}
