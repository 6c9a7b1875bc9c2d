package de.dolmetscherhotline.access;

import de.dolmetscherhotline.access.OrganisationKeys.Recognition;
import de.dolmetscherhotline.access.OrganisationKeys.Recognition.Blocked;
import de.dolmetscherhotline.access.OrganisationKeys.Recognition.Recognised;
import de.dolmetscherhotline.access.OrganisationKeys.Recognition.TooOften;
import de.dolmetscherhotline.access.OrganisationKeys.Recognition.Unknown;
import de.dolmetscherhotline.platform.DatabaseAway;
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
 * Recognises the API key of this installation, which has the rights of a coordinator, and keys of organisations, which have
 * those of their scopes. The key of the installation is compared by its hash and in constant time; without a configured one
 * nobody has it.
 */
@Component
class ApiKeys implements ReactiveAuthenticationManager {

    private final byte @Nullable [] hash;
    private final OrganisationKeys organisations;

    ApiKeys(ApiKeySettings settings, OrganisationKeys organisations) {
        this.hash = settings.apiKey().isBlank() ? null : sha256(settings.apiKey());
        this.organisations = organisations;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication claim) {
        return claim.getCredentials() instanceof String key ? authenticate(key) : Mono.error(ApiKeys::unknown);
    }

    private Mono<Authentication> authenticate(String key) {
        return isOurs(key)
                ? Mono.just(UsernamePasswordAuthenticationToken.authenticated(
                        "api-key", "", AuthorityUtils.createAuthorityList(Authorities.COORDINATOR)))
                : organisations
                        .recognise(key)
                        .onErrorMap(DatabaseAway::isMeantBy, away -> KeyRefused.away())
                        .flatMap(ApiKeys::decide);
    }

    private static Mono<Authentication> decide(Recognition recognition) {
        return switch (recognition) {
            case Recognised known -> Mono.just(authenticated(known));
            case Unknown unknown -> Mono.error(ApiKeys::unknown);
            case Blocked blocked -> Mono.error(KeyRefused::blocked);
            case TooOften tooOften -> Mono.error(() -> KeyRefused.tooOften(tooOften.pause()));
        };
    }

    private static Authentication authenticated(Recognised known) {
        var authorities = known.scopes().stream().map(Scope::authority).toArray(String[]::new);
        return UsernamePasswordAuthenticationToken.authenticated(
                known.holder(), "", AuthorityUtils.createAuthorityList(authorities));
    }

    private static BadCredentialsException unknown() {
        return new BadCredentialsException("not a key of this installation");
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
