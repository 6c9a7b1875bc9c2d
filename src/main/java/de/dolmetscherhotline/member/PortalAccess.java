package de.dolmetscherhotline.member;

import de.dolmetscherhotline.access.PageChains;
import de.dolmetscherhotline.signin.Area;
import de.dolmetscherhotline.signin.Patience;
import de.dolmetscherhotline.signin.SignInRequired;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;

/** Everything under the path of the portal is for members who have signed in, but for the pages on which they do so. */
@Configuration(proxyBeanMethods = false)
class PortalAccess {

    /** Where the portal begins. */
    static final String PATH = "/portal";

    static final Area AREA =
            new Area(PATH, SignInPage.PATH, Set.of(SignInPage.PATH, AcceptPage.PATH, ForgottenPage.PATH));

    /** Among the chains of the application, in which the first that fits decides. */
    private static final int POSITION = 6;

    @Bean
    @Order(POSITION)
    SecurityWebFilterChain portal(ServerHttpSecurity http, PageChains chains, SignedInContext signedIn) {
        return chains.begin(http)
                .securityMatcher(new PathPatternParserServerWebExchangeMatcher(PATH + "/**"))
                .securityContextRepository(signedIn)
                .addFilterBefore(new Patience(), SecurityWebFiltersOrder.FIRST)
                .authorizeExchange(paths -> paths.pathMatchers(
                                SignInPage.PATH,
                                ProviderPage.PATH,
                                ProviderPage.RETURN,
                                AcceptPage.PATH,
                                AcceptPage.PATH + "/*",
                                ForgottenPage.PATH)
                        .permitAll()
                        .anyExchange()
                        .hasRole(SignedInContext.ROLE))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new SignInRequired(AREA)))
                .build();
    }

    @Bean
    PortalEntry organisationInThePortal() {
        return new PortalEntry(OrganisationPage.PATH, "portal.organisation", 80);
    }

    @Bean
    PortalEntry colleaguesInThePortal() {
        return new PortalEntry(MembersPage.PATH, "portal.members", 90);
    }
}
