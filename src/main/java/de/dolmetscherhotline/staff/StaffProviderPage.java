package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.oidc.Identity;
import de.dolmetscherhotline.platform.ClientNetwork;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.signin.ProviderPages;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Staff go to their identity provider and come back. Its word stands for a password: the second factor is still asked for. */
@DashboardPage(Role.VIEWER)
@RequestMapping(StaffProviderPage.PATH)
@RecordsItself("shows nobody; that somebody is linked, or signs in, is recorded with it")
class StaffProviderPage extends ProviderPages {

    static final String PATH = StaffSignInPage.PATH + "/provider";

    /** Where the provider sends browsers back to. */
    static final String RETURN = PATH + ProviderPages.RETURN;

    private final StaffSigningIn signingIn;
    private final StaffSessions sessions;
    private final DashboardCookie cookie;

    StaffProviderPage(
            DashboardProvider provider,
            StaffSigningIn signingIn,
            StaffLimits limits,
            StaffSessions sessions,
            DashboardCookie cookie,
            ClientNetwork networks) {
        super(DashboardAccess.AREA, provider, limits, networks);
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    protected Mono<Secret> vouchedFor(Identity identity) {
        return signingIn.vouchedFor(identity);
    }

    @Override
    protected Mono<Void> enter(ServerWebExchange exchange, Secret session) {
        return cookie.replace(exchange, session, sessions::end);
    }
}
