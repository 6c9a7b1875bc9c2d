package de.dolmetscherhotline.staff;

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
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;

/**
 * Everything under the path of the dashboard is for staff who have signed in, each page for the roles that it names, but for
 * the pages on which they sign in.
 */
@Configuration(proxyBeanMethods = false)
class DashboardAccess {

    /** Where the dashboard begins. */
    static final String PATH = "/dashboard";

    static final Area AREA = new Area(
            PATH, StaffSignInPage.PATH, Set.of(StaffSignInPage.PATH, StaffAcceptPage.PATH, SecondFactorPage.PATH));

    /** Among the chains of the application, in which the first that fits decides. */
    private static final int POSITION = 7;

    @Bean
    @Order(POSITION)
    SecurityWebFilterChain dashboard(
            ServerHttpSecurity http, PageChains chains, StaffContext context, DashboardGate gate) {
        return chains.begin(http)
                .securityMatcher(new PathPatternParserServerWebExchangeMatcher(PATH + "/**"))
                .csrf(csrf -> csrf.csrfTokenRequestHandler(alsoInFormsWithFiles()))
                .securityContextRepository(context)
                .addFilterBefore(new Patience(), SecurityWebFiltersOrder.FIRST)
                .authorizeExchange(paths -> paths.pathMatchers(
                                StaffSignInPage.PATH,
                                StaffProviderPage.PATH,
                                StaffProviderPage.RETURN,
                                StaffAcceptPage.PATH,
                                StaffAcceptPage.PATH + "/*")
                        .permitAll()
                        .pathMatchers(SecondFactorPage.PATH, SecondFactorPage.PATH + "/*", StaffSignInPage.OUT)
                        .authenticated()
                        .anyExchange()
                        .access(gate))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new SignInRequired(AREA))
                        .accessDeniedHandler(new NotForYou()))
                .build();
    }

    private static ServerCsrfTokenRequestHandler alsoInFormsWithFiles() {
        var tokens = new XorServerCsrfTokenRequestAttributeHandler();
        tokens.setTokenFromMultipartDataEnabled(true);
        return tokens;
    }

    @Bean
    DashboardEntry staffEntry() {
        return new DashboardEntry(AccountsPage.PATH, "dashboard.accounts", 90, Role.ADMINISTRATOR);
    }
}
