package de.dolmetscherhotline.oidc;

import java.util.Optional;
import reactor.core.publisher.Mono;

/** The identity provider by which people may sign in as well, if one is configured. */
public abstract class OptionalProvider {

    private final Optional<IdentityProvider> provider;

    protected OptionalProvider(Optional<IdentityProvider> provider) {
        this.provider = provider;
    }

    /** Empty if there is none. */
    public Mono<IdentityProvider> get() {
        return Mono.justOrEmpty(provider);
    }

    /** What people know it as; blank if there is none. */
    public String label() {
        return provider.map(IdentityProvider::label).orElse("");
    }
}
