package de.dolmetscherhotline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked for beside a password: codes, recovery codes, and another telephone in place of the one before. */
class SecondFactorIT extends StaffIT {

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

    /** A browser of somebody who has given her password, and is asked for more. */
    private FormBrowser half(String mail) {
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        browser.opens("/dashboard/second-factor").hasStatus(200);
        return browser;
    }
}
