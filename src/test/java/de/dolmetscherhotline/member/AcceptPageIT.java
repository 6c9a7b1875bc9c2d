package de.dolmetscherhotline.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the code that somebody was given to her password. */
class AcceptPageIT extends MemberIT {

    @Test
    void readingTheLinkUsesNothingUpAndTheFormSignsIn() {
        var mail = mail();
        var invitation = invite("Petra Lindner", mail);
        var path = URI.create(invitation.text("link")).getPath();
        for (int i = 0; i < 3; i++) {
            var page = browser().opens(path).hasStatus(200).hasHeader("Referrer-Policy", "no-referrer");
            assertThat(page.body()).contains("Willkommen, Petra Lindner", "Praxis Dr. Lindner", mail);
        }
        var browser = browser();
        browser.opens(path);
        browser.sends("/portal/invitation", "password", PASSWORD).hasStatus(303).hasHeader("Location", "/portal");
        assertThat(browser.opens("/portal").hasStatus(200).body()).contains("Guten Tag, Petra Lindner");
        signIn(browser(), mail, PASSWORD).hasStatus(303);
        assertThat(browser().opens(path).hasStatus(410).body())
                .contains("gilt nicht oder nicht mehr", "Passwort schon festgelegt?");
    }

    @Test
    void theCodeMayBeTypedAsPeopleDo() {
        var code = invite("Petra Lindner", mail()).text("invitationCode");
        accept(browser(), " " + code.toLowerCase(Locale.ROOT).replace("-", " ") + " ", PASSWORD)
                .hasStatus(303);
    }

    @Test
    void aCodeWorksOnceAndForAWeek() {
        var used = invite("Petra Lindner", mail()).text("invitationCode");
        accept(browser(), used, PASSWORD).hasStatus(303);
        assertThat(accept(browser(), used, PASSWORD).hasStatus(422).body()).contains("id=\"code-problem\"", used);
        var late = invite("Olga Winter", mail()).text("invitationCode");
        TestTelephony.CLOCK.pass(Duration.ofDays(7));
        accept(browser(), late, PASSWORD).hasStatus(422);
        accept(browser(), "", PASSWORD).hasStatus(422);
    }

    @ParameterizedTest
    @CsvSource({
        "'', Bitte geben Sie das Passwort ein",
        "elf Zeichen, zu kurz",
        "Dolmetscher123, zu leicht zu erraten",
        "aaaabbbbaaaabbbb, zu leicht zu erraten",
        "äöüäöüäöüäöü-äöüäöüäöüäöü-äöüäöüäöüäöü, zu lang"
    })
    void aPasswordThatIsTooEasyIsRefusedAndTheCodeStillWorks(String password, String words) {
        var code = invite("Petra Lindner", mail()).text("invitationCode");
        assertThat(accept(browser(), code, password).hasStatus(422).body())
                .contains("id=\"password-problem\"", words, code, "Willkommen, Petra Lindner");
        accept(browser(), code, PASSWORD).hasStatus(303);
    }

    @Test
    void aNewPasswordEndsTheOldOneAndEverySession() {
        var mail = mail();
        var id = member("Petra Lindner", mail);
        var browser = signedIn(mail);
        var code = Answer.to(api().post().uri(membersPath() + "/" + id + "/invitation"))
                .hasStatus(200)
                .text("invitationCode");
        browser.opens("/portal").hasStatus(200);
        accept(browser(), code, "ein ganz anderes Passwort").hasStatus(303);
        isOut(browser.opens("/portal"));
        signIn(browser(), mail, PASSWORD).hasStatus(422);
        signIn(browser(), mail, "ein ganz anderes Passwort").hasStatus(303);
    }

    @Test
    void whoGuessesCodesIsStoppedButNobodyElseIs() {
        var code = invite("Petra Lindner", mail()).text("invitationCode");
        var browser = browser();
        for (int i = 0; i < 50; i++) {
            browser.opens("/portal/invitation/2222-2222-2222-2222").hasStatus(410);
        }
        assertThat(browser.opens("/portal/invitation/2222-2222-2222-2222")
                        .hasStatus(429)
                        .body())
                .contains("Zu viele falsche Codes");
        accept(browser(), code, PASSWORD).hasStatus(303);
    }
}
