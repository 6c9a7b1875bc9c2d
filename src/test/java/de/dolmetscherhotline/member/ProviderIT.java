package de.dolmetscherhotline.member;

import static de.dolmetscherhotline.testsupport.TestIdentityProvider.verified;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.TestIdentityProvider;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseCookie;

/** Signing in to the portal with an identity provider, which really runs beside the application. */
class ProviderIT extends MemberIT {

    private static final String LEAVE = "/portal/sign-in/provider?to=/portal/members";
    private static final String UNKNOWN = "/portal/sign-in?says=provider-unknown";
    private static final String REFUSED = "/portal/sign-in?says=provider-refused";
    private static final String AWAY = "/portal/sign-in?says=provider-away";

    private final String subject = UUID.randomUUID().toString();

    @Test
    void whoWasInvitedSignsInWithoutEverSettingAPassword() {
        var mail = mail();
        var invitation = invite("Petra Lindner", mail);
        var browser = browser();
        comeBack(browser, subject, verified(mail.toUpperCase(Locale.ROOT)))
                .hasStatus(303)
                .hasHeader("Location", "/portal/members");
        assertThat(browser.opens("/portal/members").hasStatus(200).body()).contains("Petra Lindner", "Das sind Sie");
        assertThat(browser.opens("/portal/account").hasStatus(200).body())
                .contains("Sie können sich auch mit Landkreis-Konto anmelden", "Sie haben kein Passwort");
        get(membersPath() + "/" + invitation.text("id")).has("state", "active").has("invitedUntil", null);
        accept(browser(), invitation.text("invitationCode"), PASSWORD).hasStatus(422);
    }

    @Test
    void theSessionEndsAsEveryOtherDoes() {
        var mail = mail();
        var id = member("Petra Lindner", mail);
        var browser = browser();
        comeBack(browser, subject, verified(mail)).hasHeader("Location", "/portal/members");
        browser.opens("/portal").hasStatus(200);
        signIn(browser(), mail, PASSWORD).hasStatus(303);
        Answer.to(api().post().uri(membersPath() + "/" + id + "/disable")).hasStatus(200);
        isOut(browser.opens("/portal"));
        comeBack(browser(), subject, verified(mail)).hasHeader("Location", UNKNOWN);
    }

    @Test
    void theSubjectCountsOnceItIsKnownAndNotTheMailAddress() {
        var mail = mail();
        var colleague = mail();
        member("Petra Lindner", mail);
        member("Olga Winter", colleague);
        comeBack(browser(), subject, verified(mail)).hasHeader("Location", "/portal/members");
        var later = browser();
        comeBack(later, subject, verified(colleague)).hasHeader("Location", "/portal/members");
        assertThat(later.opens("/portal").body()).contains("Guten Tag, Petra Lindner");
        var withoutMail = browser();
        comeBack(withoutMail, subject, Map.of()).hasHeader("Location", "/portal/members");
        comeBack(browser(), UUID.randomUUID().toString(), verified(mail)).hasHeader("Location", UNKNOWN);
    }

    @Test
    void nobodyIsLetInWhoWasNotInvited() {
        comeBack(browser(), subject, verified(mail())).hasHeader("Location", UNKNOWN);
        get(membersPath()).has("length()", 0);
        var browser = browser();
        assertThat(browser.opens(UNKNOWN).hasStatus(200).body())
                .contains("Landkreis-Konto kennt Sie, aber hier sind Sie nicht eingeladen");
        isOut(browser.opens("/portal"));
    }

    @Test
    void aMailAddressThatIsNotVerifiedLeadsToNobody() {
        var mail = mail();
        member("Petra Lindner", mail);
        comeBack(browser(), subject, Map.of("email", mail, "email_verified", false))
                .hasHeader("Location", UNKNOWN);
        comeBack(browser(), subject, Map.of("email", mail)).hasHeader("Location", UNKNOWN);
    }

    @Test
    void membersOfABlockedOrganisationAreNotLetIn() {
        var mail = mail();
        member("Petra Lindner", mail);
        put(practicePath(), organisation("Praxis Dr. Lindner").with("blocked", true))
                .hasStatus(200);
        comeBack(browser(), subject, verified(mail)).hasHeader("Location", UNKNOWN);
    }

    @Test
    void aCoordinatorMayForgetAsWhomAMemberIsKnown() {
        var mail = mail();
        var id = member("Petra Lindner", mail);
        comeBack(browser(), subject, verified(mail)).hasHeader("Location", "/portal/members");
        delete(membersPath() + "/" + id + "/identity").hasStatus(204);
        delete(membersPath() + "/" + id + "/identity").isProblem(404);
        comeBack(browser(), UUID.randomUUID().toString(), verified(mail)).hasHeader("Location", "/portal/members");
    }

    @Test
    void theRequestBindsWhatComesBackToThisBrowser() {
        var answer = browser().opens(LEAVE).hasStatus(303);
        assertThat(location(answer))
                .asString()
                .startsWith(TestIdentityProvider.issuer() + "/authorize?response_type=code&client_id=hotline")
                .contains("scope=openid%20email%20profile", "&state=", "&nonce=", "&code_challenge=")
                .contains("code_challenge_method=S256")
                .contains("redirect_uri=https://hotline.example.org/portal/sign-in/provider/return")
                .doesNotContain("secret-of");
        var cookie = journey(answer);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/portal/sign-in/provider/return");
    }

    @Test
    void whatAnotherBrowserBeganIsRefused() {
        var mail = mail();
        member("Petra Lindner", mail);
        var back = TestIdentityProvider.signIn(browser(), LEAVE, subject, verified(mail));
        browser().opens(back).hasHeader("Location", REFUSED);
        var other = browser();
        other.opens(LEAVE).hasStatus(303);
        other.opens(back).hasHeader("Location", REFUSED);
    }

    @Test
    void aCodeWorksOnce() {
        var mail = mail();
        member("Petra Lindner", mail);
        var browser = browser();
        var left = browser.opens(LEAVE).hasStatus(303);
        var back = path(TestIdentityProvider.signIn(location(left), subject, verified(mail)));
        browser.opens(back).hasHeader("Location", "/portal/members");
        browser.opens(back).hasHeader("Location", REFUSED);
        var stolen = "provider=" + journey(left).getValue();
        Answer.to(anonymous().get().uri(back).header("Cookie", stolen)).hasHeader("Location", REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nonce\":\"another\"}",
                "{\"iss\":\"https://evil.example\"}",
                "{\"aud\":\"another-client\"}",
                "{\"sub\":\"\"}"
            })
    void aTokenThatIsNotForThisSignInIsRefused(String wrong) {
        var mail = mail();
        member("Petra Lindner", mail);
        var claims = new HashMap<>(verified(mail));
        claims.putAll(JsonPath.<Map<String, Object>>read(wrong, "$"));
        var browser = browser();
        comeBack(browser, subject, claims).hasHeader("Location", REFUSED);
        isOut(browser.opens("/portal"));
        comeBack(browser, subject, verified(mail)).hasHeader("Location", "/portal/members");
    }

    @Test
    void whoComesFromAnotherIssuerIsRefused() {
        var mail = mail();
        member("Petra Lindner", mail);
        var browser = browser();
        var back = TestIdentityProvider.signIn(browser, LEAVE, subject, verified(mail));
        browser.opens(back + "&iss=https://evil.example").hasHeader("Location", REFUSED);
    }

    @Test
    void whoCancelsIsToldSo() {
        var browser = browser();
        var state = location(browser.opens(LEAVE)).getQuery().replaceAll(".*state=([^&]*).*", "$1");
        browser.opens("/portal/sign-in/provider/return?error=access_denied&state=" + state)
                .hasHeader("Location", "/portal/sign-in?says=provider-cancelled");
        assertThat(browser.opens("/portal/sign-in?says=provider-cancelled").body())
                .contains("wurde abgebrochen");
    }

    @Test
    void whileTheProviderIsAwayNobodyIsLetInByItButPasswordsWork() {
        var mail = mail();
        member("Petra Lindner", mail);
        var browser = browser();
        var back = TestIdentityProvider.signIn(browser, LEAVE, subject, verified(mail));
        TestIdentityProvider.away(() -> {
            browser.opens(back).hasHeader("Location", AWAY);
            isOut(browser.opens("/portal"));
            TestTelephony.CLOCK.pass(Duration.ofMinutes(10));
            browser.opens(LEAVE).hasHeader("Location", AWAY);
            assertThat(browser.opens(AWAY).hasStatus(200).body())
                    .contains("Landkreis-Konto antwortet gerade nicht", "name=\"password\"");
            signIn(browser, mail, PASSWORD).hasStatus(303);
        });
        comeBack(browser(), subject, verified(mail)).hasHeader("Location", "/portal/members");
    }

    @Test
    void whoComesBackInVainAgainAndAgainHasToWait() {
        var address = anotherNetwork();
        for (int i = 0; i < 50; i++) {
            browserIn(address)
                    .opens("/portal/sign-in/provider/return?code=x&state=y")
                    .hasHeader("Location", REFUSED);
        }
        browserIn(address)
                .opens("/portal/sign-in/provider/return?code=x&state=y")
                .hasHeader("Location", "/portal/sign-in?says=provider-too-many");
    }

    @Test
    void whoSignsInArrivesInThePortalOnly() {
        var mail = mail();
        member("Petra Lindner", mail);
        var browser = browser();
        var elsewhere = "/portal/sign-in/provider?to=https://evil.example/";
        browser.opens(TestIdentityProvider.signIn(browser, elsewhere, subject, verified(mail)))
                .hasHeader("Location", "/portal");
    }

    private Answer comeBack(FormBrowser browser, String who, Map<String, Object> claims) {
        return browser.opens(TestIdentityProvider.signIn(browser, LEAVE, who, claims))
                .hasStatus(303);
    }

    private static URI location(Answer answer) {
        return Objects.requireNonNull(answer.headers().getLocation());
    }

    /** As the browser of this test asks for it, which encodes what it is given. */
    private static String path(URI back) {
        return back.getPath() + "?" + back.getQuery();
    }

    private static ResponseCookie journey(Answer answer) {
        return answer.cookies().stream()
                .filter(cookie -> cookie.getName().equals("provider"))
                .findFirst()
                .orElseThrow();
    }
}
