package de.dolmetscherhotline.access;

import de.dolmetscherhotline.platform.PublicUrl;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.stereotype.Component;

/**
 * How every security chain for pages in a browser begins: forms carry a token against cross-site requests, and nothing is kept
 * in a session of the framework.
 */
@Component
public final class PageChains {

    private final PublicUrl publicUrl;

    PageChains(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** {@link ResponseHeaders} writes the headers, also where no chain gets to. */
    public ServerHttpSecurity begin(ServerHttpSecurity http) {
        return http.headers(HeaderSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .logout(LogoutSpec::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()).accessDeniedHandler(new StaleForm()));
    }

    private ServerCsrfTokenRepository tokens() {
        var tokens = new CookieServerCsrfTokenRepository();
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(publicUrl.isTls()).sameSite("Lax").httpOnly(true));
        return tokens;
    }
}
