package de.dolmetscherhotline.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.oidc.ProviderSettings;
import de.dolmetscherhotline.platform.ClientNetwork;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.signin.SessionLife;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Flux;

/** Who gets into the portal, for how long, and who does not. */
class SignInIT extends MemberIT {

    @Autowired
    private SignInLimits limits;

    @Autowired
    private ClientNetwork networks;

    @ParameterizedTest
    @ValueSource(
            strings = {"/portal", "/portal/members", "/portal/organisation/pin", "/portal/account", "/portal/nothing"})
    void nobodySeesAPageWithoutSigningIn(String path) {
        isOut(browser().opens(path));
    }

    @Test
    void whatAScriptAsksForIsRefusedWithoutAPage() {
        Answer.to(anonymous().get().uri("/portal/members").header("Accept", "text/event-stream"))
                .hasStatus(401);
    }

    @Test
    void whoSignsInArrivesWhereSheWanted() {
        var mail = mail();
        member("Petra Lindner", mail);
        var browser = browser();
        browser.opens("/portal/members?done=enabled")
                .hasStatus(303)
                .hasHeader("Location", "/portal/sign-in?to=%2Fportal%2Fmembers%3Fdone%3Denabled");
        browser.opens("/portal/sign-in?to=/portal/members?done=enabled").hasStatus(200);
        browser.sends("/portal/sign-in", "mail", " " + mail.toUpperCase(Locale.ROOT) + " ", "password", PASSWORD)
                .hasStatus(303)
                .hasHeader("Location", "/portal/members?done=enabled");
        assertThat(browser.opens("/portal/members").hasStatus(200).body()).contains("Petra Lindner", "Das sind Sie");
        browser.opens("/portal/sign-in").hasStatus(303).hasHeader("Location", "/portal");
        browser.opens("/portal/nothing").hasStatus(404);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        var mail = mail();
        member("Petra Lindner", mail);
        var cookie = session(signIn(browser(), mail, PASSWORD));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/portal");
        assertThat(cookie.getValue()).hasSize(43);
    }

    @Test
    void aWrongPasswordAndAnAddressThatIsNobodysAreAnsweredAlike() {
        var mail = mail();
        member("Petra Lindner", mail);
        var wrong = signIn(browser(), mail, "ein anderes Passwort").hasStatus(422);
        var unknown = signIn(browser(), "nobody@praxis.example", "ein anderes Passwort")
                .hasStatus(422);
        var notAccepted = mail();
        invite("Olga Winter", notAccepted);
        var invited = signIn(browser(), notAccepted, "ein anderes Passwort").hasStatus(422);
        assertThat(essence(wrong, mail))
                .contains("E-Mail-Adresse oder Passwort stimmen nicht")
                .isEqualTo(essence(unknown, "nobody@praxis.example"))
                .isEqualTo(essence(invited, notAccepted));
    }

    private static String essence(Answer answer, String mail) {
        return answer.body().replace(mail, "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndTheAddressStays() {
        var browser = browser();
        browser.opens("/portal/sign-in").hasStatus(200);
        assertThat(browser.sends("/portal/sign-in", "mail", "lindner<", "password", "")
                        .hasStatus(422)
                        .body())
                .contains("id=\"mail-problem\"", "id=\"password-problem\"", "value=\"lindner&lt;\"");
    }

    @Test
    void afterTooManyWrongPasswordsAlsoTheRightOneHasToWait() {
        var mail = mail();
        member("Petra Lindner", mail);
        for (int i = 0; i < 10; i++) {
            signIn(browser(), mail, "falsches Passwort " + i).hasStatus(422);
        }
        assertThat(signIn(browserIn(anotherNetwork()), mail, PASSWORD)
                        .hasStatus(429)
                        .body())
                .contains("Zu viele Versuche");
        TestTelephony.CLOCK.pass(Duration.ofMinutes(15));
        signIn(browser(), mail, PASSWORD).hasStatus(303);
    }

    @Test
    void rightPasswordsAreNotCounted() {
        var mail = mail();
        member("Petra Lindner", mail);
        for (int i = 0; i < 11; i++) {
            signIn(browser(), mail, PASSWORD).hasStatus(303);
        }
    }

    @Test
    void oneNetworkDoesNotTryOutManyAddresses() {
        var address = anotherNetwork();
        var network = networks.of(MockServerHttpRequest.get("/")
                .header("X-Forwarded-For", address)
                .remoteAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1))
                .build());
        var allowed = Flux.range(0, 60)
                .concatMap(n -> limits.allowed(new MailAddress("m" + n + "@praxis.example"), network))
                .filter(Boolean::booleanValue)
                .count()
                .block();
        assertThat(allowed).isEqualTo(50);
        signIn(browserIn(address), mail(), PASSWORD).hasStatus(429);
    }

    @Test
    void whoeverSignsInGetsASessionThatNobodyKnew() {
        var mail = mail();
        member("Petra Lindner", mail);
        var browser = browser();
        var first = session(signIn(browser, mail, PASSWORD));
        browser.sends("/portal/sign-in", "mail", mail, "password", PASSWORD).hasStatus(303);
        browser.opens("/portal").hasStatus(200);
        isOut(withSession(first.getValue()));
        isOut(withSession("A".repeat(43)));
        isOut(withSession("nonsense"));
    }

    private Answer withSession(String secret) {
        return Answer.to(anonymous().get().uri("/portal").header("Cookie", "portal=" + secret));
    }

    @Test
    void whoSignsOutIsOutInThisBrowserOnly() {
        var mail = mail();
        member("Petra Lindner", mail);
        var here = browser();
        var secret = session(signIn(here, mail, PASSWORD)).getValue();
        var there = signedIn(mail);
        here.opens("/portal").hasStatus(200);
        here.sends("/portal/sign-out").hasStatus(303).hasHeader("Location", "/portal/sign-in?says=out");
        isOut(here.opens("/portal"));
        isOut(withSession(secret));
        there.opens("/portal").hasStatus(200);
        assertThat(here.opens("/portal/sign-in?says=out").body()).contains("Sie sind abgemeldet.");
    }

    @Test
    void whoSignsOutEverywhereIsOutInEveryBrowserAtOnce() {
        var mail = mail();
        member("Petra Lindner", mail);
        var colleague = mail();
        member("Olga Winter", colleague);
        var here = signedIn(mail);
        var there = signedIn(mail);
        var other = signedIn(colleague);
        here.opens("/portal/account").hasStatus(200);
        here.sends("/portal/sign-out-everywhere").hasStatus(303);
        isOut(here.opens("/portal"));
        isOut(there.opens("/portal"));
        other.opens("/portal").hasStatus(200);
    }

    @Test
    void aBrowserThatIsLeftAloneForEightHoursIsOut() {
        var browser = signedIn();
        for (int i = 0; i < 3; i++) {
            TestTelephony.CLOCK.pass(Duration.ofHours(7));
            browser.opens("/portal").hasStatus(200);
        }
        TestTelephony.CLOCK.pass(Duration.ofHours(8));
        isOut(browser.opens("/portal"));
    }

    @Test
    void afterAWeekEverybodySignsInAnew() {
        var browser = signedIn();
        for (int hours = 0; hours + 7 < 7 * 24; hours += 7) {
            TestTelephony.CLOCK.pass(Duration.ofHours(7));
            browser.opens("/portal").hasStatus(200);
        }
        TestTelephony.CLOCK.pass(Duration.ofHours(7));
        isOut(browser.opens("/portal"));
    }

    /** As after a start with another setting. */
    @Test
    void aShorterLifeEndsSessionsThatHaveBegunBefore() {
        var mail = mail();
        member("Petra Lindner", mail);
        var secret =
                Secret.of(session(signIn(browser(), mail, PASSWORD)).getValue()).orElseThrow();
        TestTelephony.CLOCK.pass(Duration.ofHours(2));
        assertThat(sessionsOf(Duration.ofHours(3)).find(secret).block()).isNotNull();
        assertThat(sessionsOf(Duration.ofHours(2)).find(secret).block()).isNull();
    }

    private MemberSessions sessionsOf(Duration life) {
        var settings = new PortalSettings(
                Duration.ofHours(8),
                life,
                Duration.ofDays(7),
                Duration.ofHours(1),
                Duration.ofMinutes(15),
                10,
                50,
                3,
                20,
                50,
                new ProviderSettings("", "", "", ""));
        return new MemberSessions(database(), settings, TestTelephony.CLOCK);
    }

    @Test
    void aFormThatComesAfterTheEndIsNotDoneAndSaysSo() {
        var browser = signedIn();
        browser.opens("/portal/organisation").hasStatus(200);
        TestTelephony.CLOCK.pass(Duration.ofHours(8));
        browser.sends("/portal/organisation/languages", "language", "ar")
                .hasStatus(303)
                .hasHeader("Location", "/portal/sign-in?says=ended");
        assertThat(browser.opens("/portal/sign-in?says=ended").body()).contains("es wurde nichts gespeichert");
        get(practicePath()).has("favouriteLanguages.length()", 0);
    }

    @Test
    void membersOfABlockedOrganisationAreOutAtOnce() {
        var mail = mail();
        member("Petra Lindner", mail);
        var browser = signedIn(mail);
        put(practicePath(), organisation("Praxis Dr. Lindner").with("blocked", true))
                .hasStatus(200);
        isOut(browser.opens("/portal"));
        signIn(browser(), mail, PASSWORD).hasStatus(422);
        put(practicePath(), organisation("Praxis Dr. Lindner")).hasStatus(200);
        browser.opens("/portal").hasStatus(200);
    }

    @Test
    void membersOfAnOrganisationThatWasRemovedAreOutAtOnce() {
        var browser = signedIn();
        delete(practicePath()).hasStatus(204);
        isOut(browser.opens("/portal"));
    }

    @Test
    void formsNeedTheirToken() {
        var mail = mail();
        member("Petra Lindner", mail);
        var secret = session(signIn(browser(), mail, PASSWORD)).getValue();
        for (var path : new String[] {
            "/portal/sign-in",
            "/portal/invitation",
            "/portal/forgotten",
            "/portal/account/password",
            "/portal/sign-out",
            "/portal/sign-out-everywhere",
            "/portal/members",
            "/portal/organisation/pin",
            "/portal/organisation/languages"
        }) {
            Answer.to(anonymous().post().uri(path).header("Cookie", "portal=" + secret))
                    .isProblem(403);
        }
        withSession(secret).hasStatus(200);
        get(practicePath()).has("hasPin", false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/portal",
                "//evil.example/portal",
                "/portal/../api/v1/openapi",
                "/portal\\evil",
                "/portalevil",
                "/portal/sign-in",
                "/portal/forgotten",
                "javascript:alert(1)",
                "/%2F/evil.example"
            })
    void signingInLeadsToPagesOfThePortalOnly(String to) {
        var mail = mail();
        member("Petra Lindner", mail);
        var browser = browser();
        browser.opens("/portal/sign-in").hasStatus(200);
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("_csrf", browser.hidden().get("_csrf"));
        fields.add("mail", mail);
        fields.add("password", PASSWORD);
        fields.add("to", to);
        browser.sends("/portal/sign-in", fields).hasStatus(303).hasHeader("Location", "/portal");
    }

    @Test
    void theOldestOfVeryManyBrowsersIsSignedOut() {
        var mail = mail();
        member("Petra Lindner", mail);
        FormBrowser first = signedIn(mail);
        first.opens("/portal").hasStatus(200);
        for (int i = 0; i < SessionLife.MOST; i++) {
            TestTelephony.CLOCK.pass(Duration.ofSeconds(1));
            signedIn(mail);
        }
        isOut(first.opens("/portal"));
    }

    private static ResponseCookie session(Answer answer) {
        return answer.hasStatus(303).cookies().stream()
                .filter(cookie -> cookie.getName().equals(PortalCookie.NAME))
                .findFirst()
                .orElseThrow();
    }
}
