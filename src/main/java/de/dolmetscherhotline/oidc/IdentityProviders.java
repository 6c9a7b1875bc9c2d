package de.dolmetscherhotline.oidc;

import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.platform.StartupRefused;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Makes identity providers for those who let people in by them. */
@Component
public final class IdentityProviders {

    private static final int CONNECTING_MILLIS = 2000;
    private static final Duration ANSWERING = Duration.ofSeconds(4);

    private final PublicUrl publicUrl;
    private final Clock clock;
    private final WebClient web = WebClient.builder()
            .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                    .followRedirect(false)
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECTING_MILLIS)
                    .responseTimeout(ANSWERING)))
            .filter(ExchangeFilterFunction.ofResponseProcessor(IdentityProviders::working))
            .build();

    IdentityProviders(PublicUrl publicUrl, Clock clock) {
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * The provider of these settings; empty if there are none.
     *
     * @param variables how the names of their environment variables begin
     * @param returnPath to which browsers come back with a GET request; no other provider has it
     */
    public Optional<IdentityProvider> of(ProviderSettings settings, String variables, String returnPath) {
        if (settings.isBlank()) {
            return Optional.empty();
        }
        if (!settings.isComplete()) {
            throw new StartupRefused(
                    "Of " + variables + "ISSUER, CLIENT_ID, CLIENT_SECRET and LABEL some are set and some are not.",
                    "Set all four to let people sign in with an identity provider, or none.");
        }
        if (!Addresses.isSafe(settings.issuer())) {
            throw new StartupRefused(
                    variables + "ISSUER is not an https address.", "Set it to the issuer that the provider names.");
        }
        var discovery = new Discovery(settings, publicUrl.of(returnPath).toString(), web, clock);
        return Optional.of(new IdentityProvider(settings, returnPath, publicUrl.isTls(), discovery));
    }

    private static Mono<ClientResponse> working(ClientResponse answer) {
        return answer.statusCode().is5xxServerError()
                ? answer.releaseBody().then(Mono.error(() -> new ProviderAway("answers with an error", null)))
                : Mono.just(answer);
    }
}
