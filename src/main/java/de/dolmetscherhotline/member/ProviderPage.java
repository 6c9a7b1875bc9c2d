package de.dolmetscherhotline.member;

import de.dolmetscherhotline.platform.ClientNetwork;
import de.dolmetscherhotline.signin.ProviderPages;
import org.springframework.web.bind.annotation.RequestMapping;

/** Members go to their identity provider and come back. */
@PortalPage
@RequestMapping(ProviderPage.PATH)
class ProviderPage extends ProviderPages {

    static final String PATH = SignInPage.PATH + "/provider";

    /** Where the provider sends browsers back to. */
    static final String RETURN = PATH + ProviderPages.RETURN;

    ProviderPage(
            PortalProvider provider,
            SigningIn signingIn,
            SignInLimits limits,
            PortalCookie cookie,
            ClientNetwork networks) {
        super(PortalAccess.AREA, provider, signingIn, limits, cookie, networks);
    }
}
