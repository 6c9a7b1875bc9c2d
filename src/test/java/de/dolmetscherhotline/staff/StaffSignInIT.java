package de.dolmetscherhotline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.oidc.ProviderSettings;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.OwnDatabase;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseCookie;
import org.springframework.util.LinkedMultiValueMap;

/** Who gets into the dashboard, and for how long. */
class StaffSignInIT extends StaffIT {

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard", "/dashboard/staff", "/dashboard/audit", "/dashboard/account", "/dashboard/x"})
    void nobodySeesAPageWithoutSigningIn(String path) {
        isOut(browser().opens(path));
        Answer.to(anonymous().get().uri(path).header("HX-Request", "true")).hasStatus(401);
    }

    @Test
    void afterTooManyWrongPasswordsAlsoTheRightOneHasToWait() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        for (int i = 0; i < 10; i++) {
            signIn(browser(), mail, "falsches Passwort " + i).hasStatus(422);
        }
        signIn(browserIn(anotherNetwork()), mail).hasStatus(429);
        TestTelephony.CLOCK.pass(Duration.ofMinutes(15));
        signIn(browser(), mail).hasStatus(303);
    }

    @Test
    void aWrongPasswordAndAnAddressThatIsNobodysAreAnsweredAlike() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        var wrong = signIn(browser(), mail, "ein anderes Passwort").hasStatus(422);
        var unknown = signIn(browser(), "nobody@landkreis.example", "ein anderes Passwort")
                .hasStatus(422);
        assertThat(essence(wrong, mail))
                .contains("E-Mail-Adresse oder Passwort stimmen nicht")
                .isEqualTo(essence(unknown, "nobody@landkreis.example"));
    }

    private static String essence(Answer answer, String mail) {
        return answer.body().replace(mail, "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void theSecretOfTheSessionChangesWithTheSecondFactorAndIsOutOfReach() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var browser = browser();
        var half = session(signIn(browser, mail).hasStatus(303));
        setUp(browser);
        assertThat(half.isHttpOnly()).isTrue();
        assertThat(half.isSecure()).isTrue();
        assertThat(half.getSameSite()).isEqualTo("Lax");
        assertThat(half.getPath()).isEqualTo("/dashboard");
        isOut(Answer.to(anonymous().get().uri("/dashboard").header("Cookie", "dashboard=" + half.getValue())));
        browser.opens("/dashboard").hasStatus(200);
    }

    @Test
    void neitherPasswordNorSecretNorCodeNorSessionStandsInTheDatabase() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var browser = browser();
        var session = session(signIn(browser, mail).hasStatus(303)).getValue();
        var factor = setUp(browser);
        var sought = new ArrayList<>(List.of(PASSWORD, session, factor.secret()));
        factor.recoveryCodes().forEach(code -> {
            sought.add(code);
            sought.add(code.replace("-", ""));
        });
        assertThat(OwnDatabase.findAnywhere(database(), sought)).isEmpty();
    }

    @Test
    void aHalfSessionIsOverAfterAQuarterOfAnHour() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        TestTelephony.CLOCK.pass(Duration.ofMinutes(15));
        isOut(browser.opens("/dashboard/second-factor/set-up"));
    }

    @Test
    void aBrowserThatIsLeftAloneIsOutAndEverybodyIsAfterADay() {
        var alone = signedIn(Role.VIEWER);
        TestTelephony.CLOCK.pass(Duration.ofHours(8));
        isOut(alone.opens("/dashboard"));
        var busy = signedIn(Role.VIEWER);
        for (int i = 0; i < 3; i++) {
            TestTelephony.CLOCK.pass(Duration.ofHours(7));
            busy.opens("/dashboard").hasStatus(200);
        }
        TestTelephony.CLOCK.pass(Duration.ofHours(3));
        isOut(busy.opens("/dashboard"));
    }

    /** As after a start with another setting. */
    @Test
    void aShorterLifeEndsSessionsThatHaveBegunBefore() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        var complete = secret(signIn(browser(), mail).hasStatus(303));
        TestTelephony.CLOCK.pass(Duration.ofHours(2));
        assertThat(sessionsOf(Duration.ofHours(3)).find(complete).block()).isNotNull();
        assertThat(sessionsOf(Duration.ofHours(2)).find(complete).block()).isNull();
    }

    @Test
    void halfASessionHasATimeOfItsOwn() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var half = secret(signIn(browser(), mail).hasStatus(303));
        TestTelephony.CLOCK.pass(Duration.ofMinutes(10));
        assertThat(sessionsOf(Duration.ofMinutes(5)).find(half).block()).isNotNull();
    }

    private StaffSessions sessionsOf(Duration life) {
        var settings = new StaffSettings(
                Duration.ofHours(8),
                life,
                Duration.ofMinutes(15),
                Duration.ofDays(7),
                Duration.ofMinutes(15),
                10,
                50,
                5,
                Set.of(Role.COORDINATOR),
                new ProviderSettings("", "", "", ""));
        return new StaffSessions(database(), settings, TestTelephony.CLOCK);
    }

    private static Secret secret(Answer answer) {
        return Secret.of(session(answer).getValue()).orElseThrow();
    }

    @Test
    void whoSignsOutEverywhereIsOutInEveryBrowserAtOnce() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        var here = browser();
        signIn(here, mail).hasStatus(303);
        var there = browser();
        signIn(there, mail).hasStatus(303);
        here.opens("/dashboard/account").hasStatus(200);
        here.sends("/dashboard/account/sign-out-everywhere")
                .hasStatus(303)
                .hasHeader("Location", "/dashboard/sign-in?says=everywhere");
        isOut(here.opens("/dashboard"));
        isOut(there.opens("/dashboard"));
        assertThat(trail()).startsWith("signed_out_everywhere");
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndSignsOutElsewhere() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        var here = browser();
        signIn(here, mail).hasStatus(303);
        var there = browser();
        signIn(there, mail).hasStatus(303);
        here.opens("/dashboard/account").hasStatus(200);
        assertThat(here.sends("/dashboard/account/password", "before", "falsch", "password", "ein anderes Passwort")
                        .hasStatus(422)
                        .body())
                .contains("id=\"before-problem\"");
        assertThat(here.sends("/dashboard/account/password", "before", PASSWORD, "password", "kurz")
                        .hasStatus(422)
                        .body())
                .contains("id=\"password-problem\"");
        here.sends("/dashboard/account/password", "before", PASSWORD, "password", "ein anderes Passwort")
                .hasStatus(303);
        here.opens("/dashboard").hasStatus(200);
        isOut(there.opens("/dashboard"));
        signIn(browser(), mail).hasStatus(422);
        signIn(browser(), mail, "ein anderes Passwort").hasStatus(303);
    }

    @Test
    void formsNeedTheirToken() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        var secret = session(signIn(browser(), mail).hasStatus(303)).getValue();
        for (var path : List.of(
                "/dashboard/sign-in",
                "/dashboard/sign-out",
                "/dashboard/invitation",
                "/dashboard/second-factor",
                "/dashboard/second-factor/set-up",
                "/dashboard/account/password",
                "/dashboard/account/sign-out-everywhere",
                "/dashboard/staff")) {
            Answer.to(anonymous().post().uri(path).header("Cookie", "dashboard=" + secret))
                    .isProblem(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/dashboard",
                "//evil.example/dashboard",
                "/dashboard/../api/v1/openapi",
                "/dashboardevil",
                "/portal",
                "/dashboard/sign-in",
                "javascript:alert(1)"
            })
    void signingInLeadsToPagesOfTheDashboardOnly(String to) {
        var mail = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        var browser = browser();
        browser.opens("/dashboard/sign-in").hasStatus(200);
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("_csrf", browser.hidden().get("_csrf"));
        fields.add("mail", mail);
        fields.add("password", PASSWORD);
        fields.add("to", to);
        browser.sends("/dashboard/sign-in", fields).hasStatus(303).hasHeader("Location", "/dashboard");
    }

    private static ResponseCookie session(Answer answer) {
        return answer.cookies().stream()
                .filter(cookie -> cookie.getName().equals(DashboardCookie.NAME))
                .findFirst()
                .orElseThrow();
    }
}
