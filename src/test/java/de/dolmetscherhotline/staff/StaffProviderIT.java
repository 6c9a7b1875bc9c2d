package de.dolmetscherhotline.staff;

import static de.dolmetscherhotline.testsupport.TestIdentityProvider.verified;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.TestIdentityProvider;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Signing in to the dashboard with an identity provider, which really runs beside the application. */
class StaffProviderIT extends StaffIT {

    private static final String LEAVE = "/dashboard/sign-in/provider?to=/dashboard/account";
    private static final String RETURN = "/dashboard/sign-in/provider/return";
    private static final String UNKNOWN = "/dashboard/sign-in?says=provider-unknown";
    private static final String REFUSED = "/dashboard/sign-in?says=provider-refused";
    private static final String AWAY = "/dashboard/sign-in?says=provider-away";
    private static final Pattern LINK = Pattern.compile("(/dashboard/invitation/[0-9A-Z-]{19})<");

    private final String subject = UUID.randomUUID().toString();

    @Test
    void whoWasInvitedSignsInWithoutEverSettingAPasswordAndSetsUpHerSecondFactor() {
        var mail = mail();
        var administrator = signedIn(Role.ADMINISTRATOR);
        var invitation = invite(administrator, "Jana Neumann", mail, "coordinator");
        var browser = browser();
        comesIn(browser, mail.toUpperCase(Locale.ROOT));
        browser.opens("/dashboard/account")
                .hasStatus(303)
                .hasHeader("Location", "/dashboard/second-factor?to=%2Fdashboard%2Faccount");
        setUp(browser);
        assertThat(browser.opens("/dashboard/account").hasStatus(200).body())
                .contains("Jana Neumann", "auch mit Landkreis-Konto anmelden", "Sie haben kein Passwort")
                .doesNotContain("name=\"password\"");
        browser().opens(invitation).hasStatus(410);
        assertThat(administrator.opens("/dashboard/staff").hasStatus(200).body())
                .contains("Jana Neumann")
                .doesNotContain("eingeladen<");
        assertThat(trail()).startsWith("viewed", "second_factor_set", "identity_linked", "added");
    }

    @Test
    void theSecondFactorIsStillAskedFor() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var first = browser();
        signIn(first, mail).hasStatus(303);
        var factor = setUp(first);
        for (var led : List.of("identity_linked", "signed_in")) {
            var browser = browser();
            comesIn(browser, mail);
            for (var path : List.of("/dashboard", "/dashboard/account")) {
                assertThat(browser.opens(path).hasStatus(303).headers().getLocation())
                        .asString()
                        .startsWith("/dashboard/second-factor");
            }
            browser.opens("/dashboard/second-factor").hasStatus(200);
            assertThat(trail()).startsWith(led);
            browser.sends("/dashboard/second-factor", "code", "000000").hasStatus(422);
            TestTelephony.CLOCK.pass(Totp.STEP);
            browser.sends("/dashboard/second-factor", "code", factor.code()).hasStatus(303);
            browser.opens("/dashboard").hasStatus(200);
        }
        assertThat(trail())
                .containsExactly(
                        "signed_in",
                        "second_factor_wrong",
                        "signed_in",
                        "second_factor_wrong",
                        "identity_linked",
                        "second_factor_set");
    }

    @Test
    void whoNeedsNoSecondFactorIsInAtOnceAndThatIsInTheTrail() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        var browser = browser();
        comesIn(browser, mail);
        assertThat(browser.opens("/dashboard/account").hasStatus(200).body())
                .contains("auch mit Landkreis-Konto anmelden", "name=\"password\"");
        comesIn(browser(), mail);
        assertThat(trail()).containsSubsequence("signed_in", "signed_in", "identity_linked");
        assertThat(trail()).containsOnlyOnce("identity_linked");
    }

    @Test
    void theSubjectCountsOnceItIsKnownAndNotTheMailAddress() {
        var mail = mail();
        var colleague = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        admit("Jana Neumann", colleague, Role.VIEWER);
        comesIn(browser(), mail);
        var later = browser();
        comesIn(later, colleague);
        assertThat(later.opens("/dashboard/account").hasStatus(200).body()).contains("Karin Vogel");
        comeBack(browser(), subject, Map.of()).hasHeader("Location", "/dashboard/account");
        comeBack(browser(), UUID.randomUUID().toString(), verified(mail)).hasHeader("Location", UNKNOWN);
    }

    @Test
    void nobodyGetsAnAccount() {
        var mail = mail();
        var browser = browser();
        comeBack(browser, subject, verified(mail)).hasHeader("Location", UNKNOWN);
        assertThat(browser.opens(UNKNOWN).hasStatus(200).body())
                .contains("Landkreis-Konto kennt Sie, aber hier haben Sie keinen Zugang");
        isOut(browser.opens("/dashboard"));
        assertThat(signedIn(Role.ADMINISTRATOR).opens("/dashboard/staff").body())
                .doesNotContain(mail);
        assertThat(links()).isZero();
    }

    @Test
    void aMailAddressThatIsNotVerifiedLeadsToNobody() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        comeBack(browser(), subject, Map.of("email", mail, "email_verified", false))
                .hasHeader("Location", UNKNOWN);
        comeBack(browser(), subject, Map.of("email", mail)).hasHeader("Location", UNKNOWN);
        assertThat(links()).isZero();
    }

    @Test
    void whoIsLockedStaysOutWhetherSheIsKnownOrNot() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        var mail = mail();
        var id = admitted(mail, Role.VIEWER);
        change(administrator, id, "lock").hasStatus(303);
        comeBack(browser(), subject, verified(mail)).hasHeader("Location", UNKNOWN);
        assertThat(links()).isZero();
        change(administrator, id, "unlock").hasStatus(303);
        var browser = browser();
        comesIn(browser, mail);
        browser.opens("/dashboard").hasStatus(200);
        change(administrator, id, "lock").hasStatus(303);
        isOut(browser.opens("/dashboard"));
        comeBack(browser(), subject, verified(mail)).hasHeader("Location", UNKNOWN);
    }

    @Test
    void anAdministratorUnlinksAnIdentityAndWhoeverCameByItIsOut() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        var mail = mail();
        var id = admitted(mail, Role.VIEWER);
        assertThat(administrator.opens("/dashboard/staff/" + id).hasStatus(200).body())
                .doesNotContain("Identitätsanbieter");
        change(administrator, id, "identity").hasHeader("Location", "/dashboard/staff?done=nothing");
        var browser = browser();
        comesIn(browser, mail);
        browser.opens("/dashboard").hasStatus(200);
        assertThat(administrator.opens("/dashboard/staff/" + id).hasStatus(200).body())
                .contains("verknüpft seit", "/dashboard/staff/" + id + "/identity");
        change(administrator, id, "identity", "reason", "Konto verwechselt")
                .hasHeader("Location", "/dashboard/staff?done=identity");
        assertThat(administrator.opens("/dashboard/staff?done=identity").body()).contains("Die Verknüpfung ist gelöst");
        isOut(browser.opens("/dashboard"));
        assertThat(database()
                        .sql("select reason from audit_entry where subject_id = :id and action = 'identity_unlinked'")
                        .bind("id", id)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block())
                .containsExactly("Konto verwechselt");
        comeBack(browser(), UUID.randomUUID().toString(), verified(mail)).hasHeader("Location", "/dashboard/account");
        comeBack(browser(), subject, verified(mail)).hasHeader("Location", UNKNOWN);
    }

    @Test
    void identitiesOfAnotherDistrictAreOutOfReach() {
        var mail = mail();
        var other = admitted(mail, Role.VIEWER);
        var browser = browser();
        comesIn(browser, mail);
        aDistrict();
        change(signedIn(Role.ADMINISTRATOR), other, "identity").hasHeader("Location", "/dashboard/staff?done=nothing");
        browser.opens("/dashboard").hasStatus(200);
        assertThat(trail()).doesNotContain("identity_unlinked");
    }

    @Test
    void onlyAdministratorsUnlink() {
        var mail = mail();
        var id = admitted(mail, Role.VIEWER);
        comesIn(browser(), mail);
        change(signedIn(Role.COORDINATOR), id, "identity").hasStatus(403);
        assertThat(links()).isOne();
    }

    @Test
    void theLastAdministratorWithAPasswordStaysAsAProviderMayGo() {
        var mail = mail();
        var last = admitted(mail, Role.ADMINISTRATOR);
        var administrator = browser();
        signIn(administrator, mail).hasStatus(303);
        setUp(administrator);
        var linked = mail();
        invite(administrator, "Petra Winter", linked, "administrator");
        var browser = browser();
        comesIn(browser, linked);
        setUp(browser);
        change(browser, last, "lock").hasHeader("Location", "/dashboard/staff?done=last-administrator");
        administrator.opens("/dashboard/staff").hasStatus(200);
    }

    @Test
    void thePageLeadsThereAndTheRequestBindsWhatComesBackToThisBrowser() {
        var browser = browser();
        assertThat(browser.opens("/dashboard/sign-in?to=/dashboard/account")
                        .hasStatus(200)
                        .body())
                .contains("href=\"" + LEAVE + "\"", "Anmelden mit Landkreis-Konto");
        var answer = browser.opens(LEAVE).hasStatus(303);
        assertThat(answer.headers().getLocation())
                .asString()
                .startsWith(TestIdentityProvider.issuer() + "/authorize?response_type=code&client_id=hotline")
                .contains("redirect_uri=https://hotline.example.org" + RETURN);
        assertThat(answer.cookies()).anySatisfy(cookie -> {
            assertThat(cookie.getName()).isEqualTo("provider");
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.isSecure()).isTrue();
            assertThat(cookie.getPath()).isEqualTo(RETURN);
        });
    }

    @Test
    void aForgedReturnIsRefused() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        var back = TestIdentityProvider.signIn(browser(), LEAVE, subject, verified(mail));
        browser().opens(back).hasHeader("Location", REFUSED);
        var other = browser();
        other.opens(LEAVE).hasStatus(303);
        other.opens(back).hasHeader("Location", REFUSED);
        isOut(other.opens("/dashboard"));
        assertThat(other.opens(REFUSED).hasStatus(200).body()).contains("Anmeldung mit Landkreis-Konto hat nicht");
        var twice = browser();
        var own = TestIdentityProvider.signIn(twice, LEAVE, subject, verified(mail));
        twice.opens(own).hasHeader("Location", "/dashboard/account");
        twice.opens(own).hasHeader("Location", REFUSED);
        var wrong = browser();
        comeBack(wrong, subject, Map.of("email", mail, "email_verified", true, "nonce", "another"))
                .hasHeader("Location", REFUSED);
        isOut(wrong.opens("/dashboard"));
    }

    @Test
    void whoComesBackInVainAgainAndAgainHasToWait() {
        var address = anotherNetwork();
        for (int i = 0; i < 50; i++) {
            browserIn(address).opens(RETURN + "?code=x&state=y").hasHeader("Location", REFUSED);
        }
        browserIn(address)
                .opens(RETURN + "?code=x&state=y")
                .hasHeader("Location", "/dashboard/sign-in?says=provider-too-many");
    }

    @Test
    void whileTheProviderIsAwayNobodyIsLetInByItButPasswordsWork() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        var browser = browser();
        var back = TestIdentityProvider.signIn(browser, LEAVE, subject, verified(mail));
        TestIdentityProvider.away(() -> {
            browser.opens(back).hasHeader("Location", AWAY);
            isOut(browser.opens("/dashboard"));
            TestTelephony.CLOCK.pass(Duration.ofMinutes(10));
            browser.opens(LEAVE).hasHeader("Location", AWAY);
            assertThat(browser.opens(AWAY).hasStatus(200).body())
                    .contains("Landkreis-Konto antwortet gerade nicht", "name=\"password\"");
            signIn(browser, mail).hasStatus(303);
        });
        comesIn(browser(), mail);
    }

    @Test
    void whoeverTheBrowserBelongedToBeforeIsOut() {
        var before = signedIn(Role.VIEWER);
        var mail = mail();
        admit("Jana Neumann", mail, Role.VIEWER);
        comesIn(before, mail);
        assertThat(before.opens("/dashboard/account").hasStatus(200).body())
                .contains("Jana Neumann")
                .doesNotContain("Karin Vogel");
    }

    @Test
    void whoSignsInArrivesInTheDashboardOnly() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        var browser = browser();
        var elsewhere = "/dashboard/sign-in/provider?to=https://evil.example/";
        browser.opens(TestIdentityProvider.signIn(browser, elsewhere, subject, verified(mail)))
                .hasHeader("Location", "/dashboard");
    }

    private void comesIn(FormBrowser browser, String mail) {
        comeBack(browser, subject, verified(mail)).hasHeader("Location", "/dashboard/account");
    }

    private static Answer comeBack(FormBrowser browser, String who, Map<String, Object> claims) {
        return browser.opens(TestIdentityProvider.signIn(browser, LEAVE, who, claims))
                .hasStatus(303);
    }

    /** The path of the link that somebody new is given. */
    private static String invite(FormBrowser administrator, String name, String mail, String role) {
        administrator.opens("/dashboard/staff").hasStatus(200);
        var page = administrator
                .sends("/dashboard/staff", "name", name, "mail", mail, "role", role)
                .hasStatus(200)
                .body();
        var link = LINK.matcher(page);
        assertThat(link.find()).as(page).isTrue();
        return link.group(1);
    }

    /** How often the subject of this test is linked. */
    private long links() {
        return database()
                .sql("select count(*) from staff_identity where subject = :subject")
                .bind("subject", subject)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
