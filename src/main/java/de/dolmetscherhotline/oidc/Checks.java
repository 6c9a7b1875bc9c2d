package de.dolmetscherhotline.oidc;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The protocol with one provider, as Spring Security implements it, by our clock and over our connections. */
final class Checks {

    private final ClientRegistration client;
    private final ReactiveAuthenticationManager manager;

    Checks(ClientRegistration client, WebClient web, Clock clock) {
        this.client = client;
        this.manager = manager(client, web, clock);
    }

    /** A new request to the provider, with state, nonce and the proof for the exchange of the code. */
    Mono<OAuth2AuthorizationRequest> request(ServerWebExchange exchange) {
        return new DefaultServerOAuth2AuthorizationRequestResolver(id -> Mono.just(client))
                .resolve(exchange, Discovery.CLIENT);
    }

    /** Exchanges the code, and checks the token for which it stands. */
    Mono<OidcUser> user(Journey journey, String code) {
        var answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(requireNonNull(client.getRedirectUri()))
                .state(journey.state())
                .build();
        return manager.authenticate(new OAuth2AuthorizationCodeAuthenticationToken(
                        client, new OAuth2AuthorizationExchange(journey.request(client), answer)))
                .map(proven -> (OidcUser) proven.getPrincipal());
    }

    private static ReactiveAuthenticationManager manager(ClientRegistration client, WebClient web, Clock clock) {
        var tokens = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        tokens.setWebClient(web);
        var manager = new OidcAuthorizationCodeReactiveAuthenticationManager(tokens, users(web));
        var idTokens = idTokens(client, web, clock);
        manager.setJwtDecoderFactory(registration -> idTokens);
        return manager;
    }

    private static OidcReactiveOAuth2UserService users(WebClient web) {
        var userInfo = new DefaultReactiveOAuth2UserService();
        userInfo.setWebClient(web);
        var users = new OidcReactiveOAuth2UserService();
        users.setOauth2UserService(userInfo);
        users.setRetrieveUserInfo(Checks::saysNoMail);
        return users;
    }

    /** Many a provider says the mail address only where one asks for it. */
    private static boolean saysNoMail(OidcUserRequest request) {
        return request.getIdToken().getEmail() == null
                && request.getClientRegistration()
                                .getProviderDetails()
                                .getUserInfoEndpoint()
                                .getUri()
                        != null;
    }

    /** Signed with a key of the provider's, which rules out both "none" and our own secret as a key. */
    private static ReactiveJwtDecoder idTokens(ClientRegistration client, WebClient web, Clock clock) {
        var decoder = NimbusReactiveJwtDecoder.withJwkSetUri(
                        requireNonNull(client.getProviderDetails().getJwkSetUri()))
                .webClient(web)
                .jwsAlgorithms(accepted -> accepted.addAll(List.of(SignatureAlgorithm.values())))
                .build();
        var content = new OidcIdTokenValidator(client);
        content.setClock(clock);
        var times = new JwtTimestampValidator();
        times.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, content));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(ReactiveOidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }
}
