package de.dolmetscherhotline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.oidc.ProviderSettings;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.OwnDatabase;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseCookie;
import org.springframework.util.LinkedMultiValueMap;

/** Who gets into the dashboard, with what, and for how long. */
class StaffSignInIT extends StaffIT {

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard", "/dashboard/staff", "/dashboard/audit", "/dashboard/account", "/dashboard/x"})
    void nobodySeesAPageWithoutSigningIn(String path) {
        isOut(browser().opens(path));
        Answer.to(anonymous().get().uri(path).header("HX-Request", "true")).hasStatus(401);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "ADMINISTRATOR"})
    void aPasswordAloneOpensNothingToWhoeverNeedsASecondFactor(Role role) {
        var mail = mail();
        admit("Karin Vogel", mail, role);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        for (var path : List.of("/dashboard", "/dashboard/staff", "/dashboard/account")) {
            assertThat(browser.opens(path).hasStatus(303).headers().getLocation())
                    .asString()
                    .startsWith("/dashboard/second-factor");
        }
        browser.opens("/dashboard/second-factor?to=/dashboard/account")
                .hasStatus(303)
                .hasHeader("Location", "/dashboard/second-factor/set-up?to=%2Fdashboard%2Faccount");
        browser.sends("/dashboard/account/password", "before", PASSWORD, "password", "ein anderes Passwort")
                .hasStatus(303);
        assertThat(trail()).doesNotContain("signed_in", "password_set");
    }

    @Test
    void whoHasSetUpTheSecondFactorIsAskedForItAndEachCodeWorksOnce() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var first = browser();
        signIn(first, mail).hasStatus(303);
        var factor = setUp(first);
        assertThat(factor.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(first.opens("/dashboard").hasStatus(200).body()).contains("Karin Vogel", "Koordination");

        var second = half(mail);
        var code = factor.code();
        second.sends("/dashboard/second-factor", "code", code.substring(0, 3) + " " + code.substring(3))
                .hasStatus(303)
                .hasHeader("Location", "/dashboard");
        second.opens("/dashboard").hasStatus(200);

        var replay = half(mail);
        assertThat(replay.sends("/dashboard/second-factor", "code", code)
                        .hasStatus(422)
                        .body())
                .contains("id=\"code-problem\"");
        replay.opens("/dashboard").hasStatus(303);
        TestTelephony.CLOCK.pass(Totp.STEP);
        replay.sends("/dashboard/second-factor", "code", factor.code()).hasStatus(303);
        replay.opens("/dashboard").hasStatus(200);
        assertThat(trail()).containsExactly("signed_in", "second_factor_wrong", "signed_in", "second_factor_set");
    }

    @Test
    void theCodeThatSetItUpDoesNotSignInAgain() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        var factor = setUp(browser);
        var used = Totp.code(factor.secret(), TestTelephony.CLOCK.instant().minus(Totp.STEP));
        half(mail).sends("/dashboard/second-factor", "code", used).hasStatus(422);
    }

    @Test
    void aRecoveryCodeWorksOnce() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        var code = setUp(browser).recoveryCodes().getFirst();
        var lost = half(mail);
        lost.sends("/dashboard/second-factor", "code", code.toLowerCase(Locale.ROOT))
                .hasStatus(303);
        assertThat(lost.opens("/dashboard/account").hasStatus(200).body()).contains("Wiederherstellungscodes übrig: 9");
        half(mail).sends("/dashboard/second-factor", "code", code).hasStatus(422);
        assertThat(trail()).startsWith("second_factor_wrong", "recovery_code_used");
    }

    @Test
    void afterFiveWrongCodesAlsoTheRightOneHasToWait() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var set = browser();
        signIn(set, mail).hasStatus(303);
        var factor = setUp(set);
        for (int i = 0; i < 5; i++) {
            half(mail).sends("/dashboard/second-factor", "code", "00000" + i).hasStatus(422);
        }
        assertThat(half(mail)
                        .sends("/dashboard/second-factor", "code", factor.code())
                        .hasStatus(429)
                        .body())
                .contains("Zu viele Versuche");
        TestTelephony.CLOCK.pass(Duration.ofMinutes(15));
        half(mail).sends("/dashboard/second-factor", "code", factor.code()).hasStatus(303);
    }

    @Test
    void whereTooManyCodesWereTriedThatIsSaidAndNotThatTheRightOneIsWrong() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        var secret = begun(browser);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.sends("/dashboard/second-factor/set-up", "code", "00000" + i)
                            .hasStatus(422)
                            .body())
                    .contains("Dieser Code stimmt nicht");
        }
        assertThat(confirm(browser, secret).hasStatus(429).body())
                .contains("id=\"code-problem\"", "Zu viele Versuche")
                .doesNotContain("Dieser Code stimmt nicht");
        TestTelephony.CLOCK.pass(Duration.ofMinutes(15));
        signIn(browser, mail).hasStatus(303);
        var factor = setUp(browser);
        browser.opens("/dashboard/account").hasStatus(200);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.sends("/dashboard/account/recovery-codes", "code", "00000" + i)
                            .hasStatus(422)
                            .body())
                    .contains("Dieser Code stimmt nicht");
        }
        for (var deed : List.of("recovery-codes", "second-factor")) {
            assertThat(browser.sends("/dashboard/account/" + deed, "code", factor.code())
                            .hasStatus(429)
                            .body())
                    .contains("id=\"code-problem\"", "Zu viele Versuche")
                    .doesNotContain("Dieser Code stimmt nicht");
        }
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
    void theSecondFactorIsSetUpAnewWithACodeOfTheOldOne() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        var old = setUp(browser);
        browser.opens("/dashboard/account").hasStatus(200);
        browser.sends("/dashboard/account/second-factor", "code", "000000").hasStatus(422);
        browser.sends("/dashboard/account/second-factor", "code", old.code())
                .hasStatus(303)
                .hasHeader("Location", "/dashboard/second-factor/set-up?to=/dashboard/account");
        var fresh = setUp(browser);
        assertThat(fresh.secret()).isNotEqualTo(old.secret());
        half(mail).sends("/dashboard/second-factor", "code", old.code()).hasStatus(422);
        half(mail)
                .sends("/dashboard/second-factor", "code", old.recoveryCodes().getFirst())
                .hasStatus(422);
        half(mail).sends("/dashboard/second-factor", "code", fresh.code()).hasStatus(303);
    }

    @Test
    void aSetUpThatIsLeftTakesNothingAwayAndItsSecretIsWorthNothing() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        var old = setUp(browser);
        beginAnother(browser, old);
        var left = begun(browser);
        TestTelephony.CLOCK.pass(Totp.STEP);

        var stranger = half(mail);
        stranger.opens("/dashboard/second-factor/set-up").hasStatus(303);
        confirm(stranger, left).hasStatus(303);
        stranger.sends("/dashboard/second-factor", "code", Totp.code(left, TestTelephony.CLOCK.instant()))
                .hasStatus(422);
        stranger.opens("/dashboard").hasStatus(303);

        half(mail).sends("/dashboard/second-factor", "code", old.code()).hasStatus(303);
        half(mail)
                .sends("/dashboard/second-factor", "code", old.recoveryCodes().getFirst())
                .hasStatus(303);
        assertThat(trail()).containsOnlyOnce("second_factor_set").doesNotContain("second_factor_reset");
    }

    @Test
    void eachOpeningOfTheSetUpPageMakesTheSecretBeforeWorthless() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        for (var before : List.of("the first", "another")) {
            var seen = begun(browser);
            var fresh = begun(browser);
            assertThat(fresh).as(before).isNotEqualTo(seen);
            assertThat(confirm(browser, seen).hasStatus(422).body())
                    .contains("id=\"code-problem\"", fresh.substring(0, 4));
            confirm(browser, fresh).hasStatus(200);
            TestTelephony.CLOCK.pass(Totp.STEP);
            beginAnother(browser, new Factor(fresh, List.of()));
        }
    }

    @Test
    void nobodySetsUpAnotherWhoHasNotShownTheOneThatSheHasInThisBrowserJustNow() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        var old = setUp(browser);
        browser.opens("/dashboard/second-factor/set-up?to=/dashboard/account")
                .hasStatus(303)
                .hasHeader("Location", "/dashboard/account");
        beginAnother(browser, old);
        var left = begun(browser);
        TestTelephony.CLOCK.pass(Totp.STEP);

        var other = half(mail);
        other.sends("/dashboard/second-factor", "code", old.code()).hasStatus(303);
        other.opens("/dashboard/second-factor/set-up").hasStatus(303).hasHeader("Location", "/dashboard");
        confirm(other, left).hasStatus(303);

        TestTelephony.CLOCK.pass(Duration.ofMinutes(15));
        confirm(browser, left).hasStatus(303).hasHeader("Location", "/dashboard/second-factor/set-up");
        browser.opens("/dashboard/second-factor/set-up").hasStatus(303).hasHeader("Location", "/dashboard");
        half(mail).sends("/dashboard/second-factor", "code", old.code()).hasStatus(303);
    }

    @Test
    void whoHasLostHerTelephoneSetsUpAnotherWithARecoveryCode() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        var old = setUp(browser);
        browser.opens("/dashboard/account").hasStatus(200);
        browser.sends(
                        "/dashboard/account/second-factor",
                        "code",
                        old.recoveryCodes().getFirst())
                .hasStatus(303);
        assertThat(trail()).startsWith("recovery_code_used");
        var fresh = setUp(browser);
        half(mail)
                .sends("/dashboard/second-factor", "code", old.recoveryCodes().getLast())
                .hasStatus(422);
        half(mail).sends("/dashboard/second-factor", "code", fresh.code()).hasStatus(303);
    }

    /** Shows the second factor that she has to set up another. */
    private static void beginAnother(FormBrowser browser, Factor has) {
        browser.opens("/dashboard/account").hasStatus(200);
        browser.sends("/dashboard/account/second-factor", "code", has.code())
                .hasStatus(303)
                .hasHeader("Location", "/dashboard/second-factor/set-up?to=/dashboard/account");
    }

    @Test
    void newRecoveryCodesEndThoseBefore() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        var factor = setUp(browser);
        browser.opens("/dashboard/account").hasStatus(200);
        assertThat(browser.sends("/dashboard/account/recovery-codes", "code", factor.code())
                        .hasStatus(200)
                        .body())
                .contains("Ihre Wiederherstellungscodes");
        half(mail)
                .sends(
                        "/dashboard/second-factor",
                        "code",
                        factor.recoveryCodes().getLast())
                .hasStatus(422);
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

    /** A browser of somebody who has given her password, and is asked for more. */
    private FormBrowser half(String mail) {
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        browser.opens("/dashboard/second-factor").hasStatus(200);
        return browser;
    }

    private static ResponseCookie session(Answer answer) {
        return answer.cookies().stream()
                .filter(cookie -> cookie.getName().equals(DashboardCookie.NAME))
                .findFirst()
                .orElseThrow();
    }
}
