package de.dolmetscherhotline.oidc;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An identity provider and what it knows us as; all blank for none.
 *
 * @param issuer its address, exactly as it calls itself
 * @param clientSecret from the environment only
 * @param label what people know the provider as
 */
public record ProviderSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String label) {

    boolean isBlank() {
        return all().stream().allMatch(String::isBlank);
    }

    boolean isComplete() {
        return all().stream().noneMatch(String::isBlank);
    }

    private List<String> all() {
        return List.of(issuer, clientId, clientSecret, label);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ProviderSettings of " + issuer;
    }
}
