package de.dolmetscherhotline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What administrators do with the accounts of their district. */
class AccountsPageIT extends StaffIT {

    private static final String NOTHING = "/dashboard/staff?done=nothing";
    private static final Pattern CODE = Pattern.compile("id=\"invitation-code\"[^>]*>([0-9A-Z-]{19})<");
    private static final Pattern LINK = Pattern.compile("id=\"invitation-link\">([^<]+)<");

    @Test
    void anInvitedPersonSetsHerPasswordAndHerSecondFactor() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        var mail = mail();
        administrator.opens("/dashboard/staff").hasStatus(200);
        var page = administrator
                .sends("/dashboard/staff", "name", "Jana Neumann", "mail", mail, "role", "coordinator")
                .hasStatus(200)
                .body();
        var path = URI.create(found(LINK, page)).getPath();
        assertThat(browser()
                        .opens(path)
                        .hasStatus(200)
                        .hasHeader("Referrer-Policy", "no-referrer")
                        .body())
                .contains("Willkommen, Jana Neumann", mail);
        var browser = browser();
        browser.opens("/dashboard/invitation");
        browser.sends("/dashboard/invitation", "code", found(CODE, page), "password", "kurz")
                .hasStatus(422);
        browser.sends("/dashboard/invitation", "password", PASSWORD)
                .hasStatus(303)
                .hasHeader("Location", "/dashboard");
        browser.opens("/dashboard").hasStatus(303);
        var desk = browser();
        signIn(desk, mail).hasStatus(303);
        setUp(desk);
        assertThat(desk.opens("/dashboard").hasStatus(200).body()).contains("Jana", "Koordination");
        browser().opens(path).hasStatus(410);
        assertThat(administrator.opens("/dashboard/staff").body()).contains("Jana Neumann", "mit zweitem Faktor");
        assertThat(trail()).contains("added", "password_set", "second_factor_set", "viewed");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsLost() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        administrator.opens("/dashboard/staff");
        assertThat(administrator
                        .sends("/dashboard/staff", "name", "", "mail", "krueger", "role", "viewer")
                        .hasStatus(422)
                        .body())
                .contains("id=\"name-problem\"", "id=\"mail-problem\"", "value=\"krueger\"");
        var mail = mail();
        admit("Jana Neumann", mail, Role.VIEWER);
        assertThat(administrator
                        .sends("/dashboard/staff", "name", "Jana", "mail", mail, "role", "viewer")
                        .hasStatus(422)
                        .body())
                .contains("gibt es schon einen Zugang", "value=\"Jana\"");
    }

    @Test
    void whatARefusedFormShowsIsRecordedAsALook() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        var id = admitted(mail(), Role.VIEWER);
        administrator.opens("/dashboard/staff");
        administrator.sends("/dashboard/staff", "name", "", "mail", mail()).hasStatus(422);
        administrator
                .sends("/dashboard/staff", "name", "Ola Berg", "mail", mail())
                .hasStatus(200);
        assertThat(database()
                        .sql("""
                                select action from audit_entry
                                where district_id = :district and detail = 'POST /dashboard/staff' and :id = any (shown)
                                """)
                        .bind("district", itsDistrict())
                        .bind("id", id)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block())
                .containsExactly("viewed");
    }

    @Test
    void whatNoTextCanHoldIsLeftOutOfAReason() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        change(administrator, admitted(mail(), Role.VIEWER), "lock", "reason", "aus\0geschieden\0")
                .hasStatus(303);
        assertThat(reason()).isEqualTo("ausgeschieden");
    }

    @Test
    void whoIsLockedIsOutAtOnceUntilSheIsUnlocked() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        var mail = mail();
        var id = admitted(mail, Role.VIEWER);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        change(administrator, id, "lock", "reason", "ausgeschieden").hasStatus(303);
        isOut(browser.opens("/dashboard"));
        signIn(browser(), mail).hasStatus(422);
        assertThat(reason()).isEqualTo("ausgeschieden");
        change(administrator, id, "unlock").hasStatus(303);
        signIn(browser(), mail).hasStatus(303);
        assertThat(trail()).contains("locked", "unlocked");
    }

    @Test
    void theLastAdministratorCanNeitherLockNorDemoteHerself() {
        var mail = mail();
        var self = admitted(mail, Role.ADMINISTRATOR);
        var administrator = browser();
        signIn(administrator, mail).hasStatus(303);
        setUp(administrator);
        change(administrator, self, "lock").hasHeader("Location", "/dashboard/staff?done=last-administrator");
        change(administrator, self, "role", "role", "viewer")
                .hasHeader("Location", "/dashboard/staff?done=last-administrator");
        assertThat(administrator
                        .opens("/dashboard/staff?done=last-administrator")
                        .hasStatus(200)
                        .body())
                .contains("Es wurde nichts geändert");
        admit("Jana Neumann", mail(), Role.ADMINISTRATOR);
        change(administrator, self, "role", "role", "viewer").hasHeader("Location", "/dashboard/staff?done=role");
        isOut(administrator.opens("/dashboard/staff"));
        assertThat(trail()).containsOnlyOnce("role_changed").doesNotContain("locked");
    }

    @Test
    void aResetSecondFactorIsSetUpAnew() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        var mail = mail();
        var id = admitted(mail, Role.COORDINATOR);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        setUp(browser);
        change(administrator, id, "second-factor").hasStatus(303);
        isOut(browser.opens("/dashboard"));
        signIn(browser, mail).hasStatus(303);
        setUp(browser);
        browser.opens("/dashboard").hasStatus(200);
    }

    @Test
    void aResetSecondFactorEndsTheSetUpOfAnotherToo() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        var mail = mail();
        var id = admitted(mail, Role.COORDINATOR);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        var factor = setUp(browser);
        browser.opens("/dashboard/account").hasStatus(200);
        browser.sends("/dashboard/account/second-factor", "code", factor.code()).hasStatus(303);
        var left = begun(browser);
        change(administrator, id, "second-factor").hasStatus(303);
        isOut(confirm(browser, left));
        signIn(browser, mail).hasStatus(303);
        confirm(browser, left).hasStatus(303);
        browser.opens("/dashboard").hasStatus(303);
        setUp(browser);
        browser.opens("/dashboard").hasStatus(200);
    }

    @Test
    void nobodyGivesHerselfANewPasswordOrSecondFactor() {
        var mail = mail();
        var self = admitted(mail, Role.ADMINISTRATOR);
        var administrator = browser();
        signIn(administrator, mail).hasStatus(303);
        setUp(administrator);
        change(administrator, self, "invitation").hasHeader("Location", NOTHING);
        change(administrator, self, "second-factor").hasHeader("Location", NOTHING);
        administrator.opens("/dashboard/staff").hasStatus(200);
        assertThat(trail()).doesNotContain("invited", "second_factor_reset");
    }

    @Test
    void aDeedThatChangesNothingSaysSo() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        var id = admitted(mail(), Role.VIEWER);
        change(administrator, id, "role", "role", "viewer").hasHeader("Location", NOTHING);
        change(administrator, id, "role", "role", "queen").hasHeader("Location", NOTHING);
        change(administrator, id, "unlock").hasHeader("Location", NOTHING);
        change(administrator, id, "second-factor").hasHeader("Location", NOTHING);
        change(administrator, id, "identity").hasHeader("Location", NOTHING);
        change(administrator, id, "lock").hasHeader("Location", "/dashboard/staff?done=locked");
        change(administrator, id, "lock").hasHeader("Location", NOTHING);
        change(administrator, id, "invitation").hasHeader("Location", NOTHING);
        assertThat(administrator.opens(NOTHING).hasStatus(200).body()).contains("Es war schon so");
        assertThat(trail())
                .containsOnlyOnce("locked")
                .doesNotContain("role_changed", "unlocked", "second_factor_reset", "identity_unlinked", "invited");
    }

    @Test
    void rolesOpenWhatTheyAreForAndNothingElse() {
        for (var role : new Role[] {Role.VIEWER, Role.COORDINATOR}) {
            var browser = signedIn(role);
            assertThat(browser.opens("/dashboard").hasStatus(200).body()).doesNotContain("/dashboard/audit");
            assertThat(browser.opens("/dashboard/staff").hasStatus(403).body()).contains("Nicht für Ihre Rolle");
            browser.opens("/dashboard/audit").hasStatus(403);
            browser.sends("/dashboard/staff", "name", "X", "mail", mail()).hasStatus(403);
            browser.opens("/dashboard/nothing").hasStatus(404);
        }
    }

    @Test
    void accountsOfAnotherDistrictAreOutOfReach() {
        var other = admitted(mail(), Role.VIEWER);
        aDistrict();
        var administrator = signedIn(Role.ADMINISTRATOR);
        assertThat(administrator.opens("/dashboard/staff").body()).doesNotContain("Jana Neumann");
        administrator.opens("/dashboard/staff/" + other).hasStatus(303);
        change(administrator, other, "lock").hasHeader("Location", NOTHING);
        change(administrator, other, "invitation").hasHeader("Location", NOTHING);
        change(administrator, other, "second-factor").hasHeader("Location", NOTHING);
        change(administrator, other, "role", "role", "administrator").hasHeader("Location", NOTHING);
        assertThat(trail()).doesNotContain("locked", "invited", "role_changed", "second_factor_reset");
    }

    private String reason() {
        return database()
                .sql("select reason from audit_entry where district_id = :district and action = 'locked'")
                .bind("district", itsDistrict())
                .mapValue(String.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static String found(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
