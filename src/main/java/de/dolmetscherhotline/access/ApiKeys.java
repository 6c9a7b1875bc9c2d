package de.dolmetscherhotline.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Recognises the API key of this installation, which has the rights of a coordinator. Keys are compared by their hashes
 * and in constant time. Without a configured key nobody is recognised.
 */
@Component
class ApiKeys implements ReactiveAuthenticationManager {

    private final byte @Nullable [] hash;

    ApiKeys(ApiKeySettings settings) {
        this.hash = settings.apiKey().isBlank() ? null : sha256(settings.apiKey());
    }

    @Override
    public Mono<Authentication> authenticate(Authentication claim) {
        return claim.getCredentials() instanceof String key && isOurs(key)
                ? Mono.just(UsernamePasswordAuthenticationToken.authenticated(
                        "api-key", "", AuthorityUtils.createAuthorityList("ROLE_COORDINATOR")))
                : Mono.error(() -> new BadCredentialsException("not a key of this installation"));
    }

    private boolean isOurs(String key) {
        return hash != null && MessageDigest.isEqual(hash, sha256(key));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
