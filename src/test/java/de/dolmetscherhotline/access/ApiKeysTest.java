package de.dolmetscherhotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.access.KeyRefused.Reason;
import de.dolmetscherhotline.access.OrganisationKeys.Recognition;
import de.dolmetscherhotline.access.OrganisationKeys.Recognition.Blocked;
import de.dolmetscherhotline.access.OrganisationKeys.Recognition.Recognised;
import de.dolmetscherhotline.access.OrganisationKeys.Recognition.TooOften;
import de.dolmetscherhotline.access.OrganisationKeys.Recognition.Unknown;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.OrganisationId;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ApiKeysTest {

    @Test
    void theConfiguredKeyIsRecognised() {
        keys("secret")
                .authenticate(claim("secret"))
                .as(StepVerifier::create)
                .assertNext(caller -> assertThat(caller.isAuthenticated()).isTrue())
                .verifyComplete();
    }

    @Test
    void withoutAConfiguredKeyNobodyIsRecognised() {
        for (String configured : new String[] {"", "  "}) {
            keys(configured)
                    .authenticate(claim(configured))
                    .as(StepVerifier::create)
                    .verifyError(BadCredentialsException.class);
        }
    }

    @Test
    void theKeyIsNotShownInALogLine() {
        assertThat(new ApiKeySettings("secret").toString()).doesNotContain("secret");
    }

    @Test
    void keyOfAnOrganisationHasItsScopesAndNothingElse() {
        var holder = new KeyHolder(UUID.randomUUID(), OrganisationId.random(), new DistrictId(UUID.randomUUID()));
        keys("secret", new Recognised(holder, Set.of(Scope.REQUESTS_READ, Scope.LANGUAGES_READ)))
                .authenticate(claim("theirs"))
                .as(StepVerifier::create)
                .assertNext(caller -> {
                    assertThat(caller.getPrincipal()).isEqualTo(holder);
                    assertThat(caller.getAuthorities())
                            .extracting(GrantedAuthority::getAuthority)
                            .containsExactlyInAnyOrder("SCOPE_requests:read", "SCOPE_languages:read");
                })
                .verifyComplete();
    }

    @Test
    void keyThatIsRefusedSaysWhy() {
        keys("secret", new Blocked())
                .authenticate(claim("theirs"))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(refused -> assertThat(refused)
                        .isInstanceOfSatisfying(
                                KeyRefused.class,
                                known -> assertThat(known.reason()).isEqualTo(Reason.BLOCKED)));
        keys("secret", new TooOften(Duration.ofSeconds(7)))
                .authenticate(claim("theirs"))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(refused -> assertThat(refused)
                        .isInstanceOfSatisfying(
                                KeyRefused.class,
                                known -> assertThat(known.pause()).isEqualTo(Duration.ofSeconds(7))));
    }

    @Test
    void keyThatCannotBeLookedUpIsNotCalledAWrongOne() {
        new ApiKeys(
                        new ApiKeySettings("secret"),
                        key -> Mono.error(new DataAccessResourceFailureException("no database")))
                .authenticate(claim("theirs"))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(refused -> assertThat(refused)
                        .isInstanceOfSatisfying(
                                KeyRefused.class,
                                known -> assertThat(known.reason()).isEqualTo(Reason.AWAY)));
    }

    private static ApiKeys keys(String configured) {
        return keys(configured, new Unknown());
    }

    private static ApiKeys keys(String configured, Recognition ofOthers) {
        return new ApiKeys(new ApiKeySettings(configured), key -> Mono.just(ofOthers));
    }

    private static Authentication claim(String key) {
        return UsernamePasswordAuthenticationToken.unauthenticated("api-key", key);
    }
}
