package de.dolmetscherhotline.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A member changes her own password. */
class OwnPasswordIT extends MemberIT {

    private static final String NEW_PASSWORD = "ein ganz anderes Passwort";

    @Test
    void withTheOldPasswordSheSetsANewOneAndIsOutElsewhere() {
        var mail = mail();
        var id = member("Petra Lindner", mail);
        var code = Answer.to(api().post().uri(membersPath() + "/" + id + "/invitation"))
                .text("invitationCode");
        var here = signedIn(mail);
        var there = signedIn(mail);
        changes(here, PASSWORD, NEW_PASSWORD).hasStatus(303).hasHeader("Location", "/portal/account?done=changed");
        assertThat(here.opens("/portal/account?done=changed").hasStatus(200).body())
                .contains("Ihr Passwort ist geändert");
        isOut(there.opens("/portal"));
        signIn(browser(), mail, PASSWORD).hasStatus(422);
        signIn(browser(), mail, NEW_PASSWORD).hasStatus(303);
        accept(browser(), code, PASSWORD).hasStatus(422);
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingChanges() {
        var mail = mail();
        member("Petra Lindner", mail);
        var browser = signedIn(mail);
        assertThat(changes(browser, "", "kurz").hasStatus(422).body())
                .contains("id=\"old-problem\"", "id=\"password-problem\"", "zu kurz");
        assertThat(changes(browser, "ein falsches Passwort", NEW_PASSWORD)
                        .hasStatus(422)
                        .body())
                .contains("id=\"old-problem\"", "nicht Ihr bisheriges Passwort")
                .doesNotContain("id=\"password-problem\"");
        browser.opens("/portal").hasStatus(200);
        signIn(browser(), mail, PASSWORD).hasStatus(303);
    }

    @Test
    void whoeverSitsBeforeHerScreenDoesNotGuessTheOldOne() {
        var mail = mail();
        member("Petra Lindner", mail);
        var browser = signedIn(mail);
        for (int i = 0; i < 10; i++) {
            changes(browser, "falsches Passwort " + i, NEW_PASSWORD).hasStatus(422);
        }
        assertThat(changes(browser, PASSWORD, NEW_PASSWORD).hasStatus(429).body())
                .contains("Zu viele Versuche");
        signIn(browser(), mail, PASSWORD).hasStatus(303);
        TestTelephony.CLOCK.pass(Duration.ofMinutes(15));
        changes(browser, PASSWORD, NEW_PASSWORD).hasStatus(303);
    }

    @Test
    void whoAcceptsAnInvitationInAnotherOnesBrowserEndsThatSession() {
        var mail = mail();
        member("Petra Lindner", mail);
        var browser = browser();
        var before = signIn(browser, mail, PASSWORD).cookies().stream()
                .filter(cookie -> cookie.getName().equals(PortalCookie.NAME))
                .findFirst()
                .orElseThrow();
        accept(browser, invite("Olga Winter", mail()).text("invitationCode"), PASSWORD)
                .hasStatus(303);
        assertThat(browser.opens("/portal").body()).contains("Guten Tag, Olga Winter");
        isOut(Answer.to(
                anonymous().get().uri("/portal").header("Cookie", PortalCookie.NAME + "=" + before.getValue())));
    }

    private static Answer changes(FormBrowser browser, String old, String fresh) {
        browser.opens("/portal/account").hasStatus(200);
        return browser.sends("/portal/account/password", "old", old, "password", fresh);
    }
}
