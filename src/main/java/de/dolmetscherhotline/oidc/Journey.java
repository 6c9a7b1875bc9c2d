package de.dolmetscherhotline.oidc;

import static java.util.Objects.requireNonNull;
import static org.springframework.security.oauth2.core.endpoint.PkceParameterNames.CODE_VERIFIER;
import static org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames.NONCE;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What a browser keeps while it is at the provider: that it was this one that left, and secrets that bind to it what it comes
 * back with.
 *
 * @param to where somebody wants to go in the end
 */
record Journey(String state, String nonce, String verifier, String to) {

    private static final String WORD = "([A-Za-z0-9_=-]{20,128})";
    private static final Pattern FORM =
            Pattern.compile(WORD + "\\." + WORD + "\\." + WORD + "\\.((?:[A-Za-z0-9.*_+-]|%[0-9A-F]{2})*)");

    static Journey of(OAuth2AuthorizationRequest request, String to) {
        return new Journey(
                requireNonNull(request.getState()),
                requireNonNull(request.<String>getAttribute(NONCE)),
                requireNonNull(request.<String>getAttribute(CODE_VERIFIER)),
                to);
    }

    /** What a cookie says, if it can be a journey at all. */
    static Optional<Journey> in(String cookie) {
        var parts = FORM.matcher(cookie);
        return parts.matches()
                ? Optional.of(new Journey(
                        parts.group(1),
                        parts.group(2),
                        parts.group(3),
                        URLDecoder.decode(parts.group(4), StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    String cookie() {
        return String.join(".", state, nonce, verifier, URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    /** The request with which it began. */
    OAuth2AuthorizationRequest request(ClientRegistration client) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(requireNonNull(client.getProviderDetails().getAuthorizationUri()))
                .clientId(client.getClientId())
                .redirectUri(client.getRedirectUri())
                .scopes(client.getScopes())
                .state(state)
                .attributes(attributes -> {
                    attributes.put(NONCE, nonce);
                    attributes.put(CODE_VERIFIER, verifier);
                })
                .build();
    }

    @Override
    public String toString() {
        return "Journey";
    }
}
