package de.dolmetscherhotline.oidc;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.codec.CodecException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ProviderDetails;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * What the provider says about itself (OpenID Connect Discovery): asked for when somebody wants to sign in and not at the start,
 * so that we do without a provider that is away.
 */
final class Discovery {

    static final String CLIENT = "provider";

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    private final ProviderSettings settings;
    private final String returnAddress;
    private final WebClient web;
    private final Clock clock;
    private volatile @Nullable Known last;

    Discovery(ProviderSettings settings, String returnAddress, WebClient web, Clock clock) {
        this.settings = settings;
        this.returnAddress = returnAddress;
        this.web = web;
        this.clock = clock;
    }

    /** What is known of the provider, and how its answers are checked. */
    private record Known(Checks checks, Instant until) {}

    /** How we talk with the provider; fails with {@link ProviderAway}. */
    Mono<Checks> checks() {
        return Mono.defer(() -> {
            var known = last;
            return known != null && clock.instant().isBefore(known.until()) ? Mono.just(known.checks()) : ask();
        });
    }

    private Mono<Checks> ask() {
        return web.get()
                .uri(URI.create(withoutSlash(settings.issuer()) + WELL_KNOWN))
                .retrieve()
                .bodyToMono(METADATA)
                .switchIfEmpty(Mono.error(() -> new ProviderAway("says nothing about itself", null)))
                .map(metadata -> new Checks(client(metadata), web, clock))
                .doOnNext(checks -> last = new Known(checks, clock.instant().plus(KEPT)))
                .onErrorMap(
                        Discovery::isNonsense, nonsense -> new ProviderAway("says nonsense about itself", nonsense));
    }

    private static boolean isNonsense(Throwable error) {
        return error instanceof CodecException || error instanceof IllegalArgumentException;
    }

    private ClientRegistration client(Map<String, Object> metadata) {
        var client = ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(CLIENT)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri(returnAddress)
                .scope("openid", "email", "profile")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
        var provider = client.getProviderDetails();
        if (!settings.issuer().equals(provider.getIssuerUri())) {
            throw new ProviderAway("calls itself otherwise than the setting does", null);
        }
        if (!areSafe(provider)) {
            throw new ProviderAway("names addresses without TLS", null);
        }
        return client;
    }

    private static boolean areSafe(ProviderDetails provider) {
        var userInfo = provider.getUserInfoEndpoint().getUri();
        return Stream.of(provider.getAuthorizationUri(), provider.getTokenUri(), provider.getJwkSetUri())
                        .allMatch(Addresses::isSafe)
                && (userInfo == null || Addresses.isSafe(userInfo));
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
