package de.dolmetscherhotline.member;

import de.dolmetscherhotline.platform.ClientNetwork;
import de.dolmetscherhotline.signin.SignInPages;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where members sign in and out. */
@PortalPage
@RequestMapping(PortalAccess.PATH)
class SignInPage extends SignInPages {

    static final String PATH = PortalAccess.PATH + SignInPages.IN;

    SignInPage(SigningIn signingIn, PortalProvider provider, PortalCookie cookie, ClientNetwork networks) {
        super(PortalAccess.AREA, signingIn, provider, cookie, networks, ForgottenPage.PATH);
    }
}
