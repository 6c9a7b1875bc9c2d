package de.dolmetscherhotline.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.platform.PublicUrls;
import de.dolmetscherhotline.testsupport.TestIdentityProvider;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** Who has proven to be whom, by a provider that really answers. */
class IdentityProviderTest {

    private static final String RETURN = "/return";
    private static final Map<String, Object> CLAIMS =
            Map.of("email", "Lindner@Praxis.example", "email_verified", true, "name", "Dr. P. Lindner");

    @Test
    void whoComesBackIsWhoTheProviderSaysAndGoesWhereSheWanted() {
        assertThat(journey(TestTelephony.CLOCK, CLAIMS))
                .isEqualTo(new Arrival.Proven(
                        new Identity(
                                TestIdentityProvider.issuer(),
                                "lindner",
                                Optional.of(new MailAddress("lindner@praxis.example")),
                                "Dr. P. Lindner"),
                        "/portal?done=ä"));
    }

    @Test
    void aMailAddressThatIsNotVerifiedOrNotThereIsNotTold() {
        assertThat(journey(TestTelephony.CLOCK, Map.of("email", "lindner@praxis.example")))
                .isEqualTo(proven(Optional.empty()));
        assertThat(journey(TestTelephony.CLOCK, Map.of())).isEqualTo(proven(Optional.empty()));
    }

    @Test
    void aTokenThatIsOverIsRefused() {
        var over = Clock.fixed(TestIdentityProvider.FAR_AWAY.plus(Duration.ofHours(1)), ZoneOffset.UTC);
        assertThat(journey(over, CLAIMS)).isEqualTo(new Arrival.Refused());
    }

    @Test
    void aTokenOfALaterTimeIsRefused() {
        var early = Clock.fixed(TestTelephony.CLOCK.instant().minus(Duration.ofHours(1)), ZoneOffset.UTC);
        assertThat(journey(early, CLAIMS)).isEqualTo(new Arrival.Refused());
    }

    private static Arrival.Proven proven(Optional<MailAddress> mail) {
        return new Arrival.Proven(new Identity(TestIdentityProvider.issuer(), "lindner", mail, ""), "/portal?done=ä");
    }

    private static @Nullable Arrival journey(Clock clock, Map<String, Object> claims) {
        var provider = new IdentityProviders(PublicUrls.of("https://hotline.example.org"), clock)
                .of(
                        new ProviderSettings(TestIdentityProvider.issuer(), TestIdentityProvider.CLIENT, "x", "Konto"),
                        "HOTLINE_PORTAL_OIDC_",
                        RETURN)
                .orElseThrow();
        var left = MockServerWebExchange.from(MockServerHttpRequest.get("/").build());
        var there =
                Objects.requireNonNull(provider.depart(left, "/portal?done=ä").block());
        var kept = Objects.requireNonNull(left.getResponse().getCookies().getFirst("provider"));
        var back = TestIdentityProvider.signIn(((Departure.To) there).address(), "lindner", claims);
        return provider.arrive(MockServerWebExchange.from(MockServerHttpRequest.method(HttpMethod.GET, back)
                        .cookie(new HttpCookie("provider", kept.getValue()))
                        .build()))
                .block();
    }
}
