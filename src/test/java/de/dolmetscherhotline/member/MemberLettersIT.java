package de.dolmetscherhotline.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.OwnDatabase;
import de.dolmetscherhotline.testsupport.TestMail;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.work.Worker;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails of the portal, as they arrive. */
class MemberLettersIT extends MemberIT {

    private static final Pattern LINK =
            Pattern.compile("https://hotline\\.example\\.org(/portal/invitation/[0-9A-Z-]{19})");
    private static final String NEW_PASSWORD = "ein ganz anderes Passwort";

    @Autowired
    private Worker worker;

    @Test
    void aColleagueGetsHerLinkByMailAndNobodyElseSeesIt() {
        var browser = signedIn();
        var mail = mail();
        browser.opens("/portal/members");
        var answer = browser.sends("/portal/members", "name", "Olga Winter", "mail", mail)
                .hasStatus(303)
                .hasHeader("Location", "/portal/members?done=mailed");
        assertThat(answer.body()).isEmpty();
        assertThat(browser.opens("/portal/members?done=mailed").body()).contains("ist per E-Mail unterwegs", mail);
        worker.drain().block();
        assertThat(TestMail.onlyTextTo(mail))
                .contains("Praxis Dr. Lindner hat Sie zum Portal", "gilt 7 Tage lang")
                .contains("Praxis Dr. Lindner has invited you", "works for 7 days")
                .doesNotContain("Olga");
        var hers = browser();
        hers.opens(link(mail)).hasStatus(200);
        hers.sends("/portal/invitation", "password", PASSWORD).hasStatus(303);
        assertThat(hers.opens("/portal").body()).contains("Guten Tag, Olga Winter");
    }

    @Test
    void whoHasNotComeYetIsMailedAgainOrACodeIsShown() {
        var browser = signedIn();
        var mail = mail();
        var waiting = invite("Olga Winter", mail);
        browser.opens("/portal/members");
        browser.sends("/portal/members/" + waiting.text("id") + "/invitation")
                .hasHeader("Location", "/portal/members?done=mailed");
        worker.drain().block();
        accept(browser(), waiting.text("invitationCode"), PASSWORD).hasStatus(422);
        var mailed = link(mail);
        assertThat(browser.sends("/portal/members/" + waiting.text("id") + "/invitation", "show", "yes")
                        .hasStatus(200)
                        .body())
                .contains("id=\"invitation-code\"");
        browser().opens(mailed).hasStatus(410);
    }

    @Test
    void anOrganisationDoesNotSendMailWithoutEnd() {
        var browser = signedIn();
        browser.opens("/portal/members");
        for (int i = 0; i < 50; i++) {
            browser.sends("/portal/members", "name", "Olga Winter", "mail", mail())
                    .hasStatus(303);
        }
        assertThat(browser.sends("/portal/members", "name", "Olga Winter", "mail", mail())
                        .hasStatus(429)
                        .body())
                .contains("id=\"mail-problem\"", "heute schon sehr viele Einladungen");
        get(membersPath()).hasHeader("X-Total-Count", "51");
    }

    @Test
    void coordinatorsMayHaveTheLinkMailed() {
        var mail = mail();
        var invitation = post(membersPath() + "?byMail=true", Body.of("name", "Petra Lindner", "mail", mail))
                .hasStatus(201)
                .has("invitationCode", null)
                .has("link", null);
        var id = invitation.text("id");
        get(membersPath() + "/" + id).has("invitedUntil", invitation.text("expiresAt"));
        worker.drain().block();
        var first = link(mail);
        Answer.to(api().post().uri(membersPath() + "/" + id + "/invitation?byMail=true"))
                .hasStatus(200)
                .has("invitationCode", null);
        browser().opens(first).hasStatus(410);
        worker.drain().block();
        assertThat(TestMail.to(mail)).hasSize(2);
        post(membersPath() + "?byMail=true", Body.of("name", "Petra Lindner", "mail", mail))
                .isProblem(409);
        worker.drain().block();
        assertThat(TestMail.to(mail)).hasSize(2);
    }

    @Test
    void nobodyIsAddedForABlockedOrganisation() {
        put(practicePath(), organisation("Praxis Dr. Lindner").with("blocked", true))
                .hasStatus(200);
        post(membersPath() + "?byMail=true", Body.of("name", "Petra Lindner", "mail", mail()))
                .isProblem(409);
        get(membersPath()).hasHeader("X-Total-Count", "0");
    }

    @Test
    void whoForgotHerPasswordGetsALinkThatWorksOnceAndForAnHour() {
        var mail = mail();
        member("Petra Lindner", mail);
        var browser = signedIn(mail);
        forgets(mail).hasHeader("Location", "/portal/forgotten?done=sent");
        worker.drain().block();
        assertThat(TestMail.onlyTextTo(mail)).contains("gilt 60 Minuten lang", "works for 60 minutes");
        browser.opens("/portal").hasStatus(200);
        var link = link(mail);
        var hers = browser();
        hers.opens(link).hasStatus(200);
        hers.sends("/portal/invitation", "password", NEW_PASSWORD).hasStatus(303);
        isOut(browser.opens("/portal"));
        signIn(browser(), mail, PASSWORD).hasStatus(422);
        signIn(browser(), mail, NEW_PASSWORD).hasStatus(303);
        browser().opens(link).hasStatus(410);
    }

    @Test
    void theLinkIsOverAfterAnHourAndThePasswordIsStillTheOldOne() {
        var mail = mail();
        member("Petra Lindner", mail);
        forgets(mail);
        worker.drain().block();
        TestTelephony.CLOCK.pass(Duration.ofHours(1));
        browser().opens(link(mail)).hasStatus(410);
        signIn(browser(), mail, PASSWORD).hasStatus(303);
    }

    @Test
    void everyAddressIsAnsweredAlikeAndOnlyMembersGetAMail() {
        var mail = mail();
        member("Petra Lindner", mail);
        var disabled = mail();
        var id = member("Olga Winter", disabled);
        Answer.to(api().post().uri(membersPath() + "/" + id + "/disable")).hasStatus(200);
        var nobody = mail();
        var hers = forgets(mail);
        var others = List.of(forgets(disabled), forgets(nobody));
        assertThat(others).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(hers.status());
            assertThat(answer.headers().getLocation()).isEqualTo(hers.headers().getLocation());
        });
        worker.drain().block();
        assertThat(TestMail.to(mail)).hasSize(1);
        assertThat(TestMail.to(disabled)).isEmpty();
        assertThat(TestMail.to(nobody)).isEmpty();
        assertThat(OwnDatabase.findAnywhere(database(), List.of(nobody))).isEmpty();
        assertThat(browser().opens("/portal/forgotten?done=sent").body())
                .contains("Gibt es mit dieser Adresse einen Zugang");
    }

    @Test
    void nobodyIsFloodedWithMail() {
        var mail = mail();
        for (int i = 0; i < 3; i++) {
            forgets(mail).hasStatus(303);
        }
        assertThat(forgets(mail).hasStatus(429).body()).contains("id=\"mail-problem\"", "warten Sie eine Stunde", mail);
        var address = anotherNetwork();
        for (int i = 0; i < 20; i++) {
            forgets(browserIn(address), mail()).hasStatus(303);
        }
        forgets(browserIn(address), mail()).hasStatus(429);
        TestTelephony.CLOCK.pass(Duration.ofHours(1));
        forgets(mail).hasStatus(303);
    }

    @Test
    void whatIsNoAddressIsSaidBesideTheFieldAndStays() {
        assertThat(forgets("lindner<").hasStatus(422).body()).contains("id=\"mail-problem\"", "value=\"lindner&lt;\"");
    }

    @Test
    void aLetterIsSealedUntilItIsSentAndThenGone() {
        var mail = "s" + UUID.randomUUID() + "@praxis.example";
        post(membersPath() + "?byMail=true", Body.of("name", "Petra Lindner", "mail", mail))
                .hasStatus(201);
        assertThat(OwnDatabase.findAnywhere(database(), List.of("/portal/invitation/")))
                .isEmpty();
        worker.drain().block();
        assertThat(TestMail.to(mail)).hasSize(1);
        assertThat(database()
                        .sql("select count(*) from letter")
                        .mapValue(Long.class)
                        .one()
                        .block())
                .isZero();
    }

    private Answer forgets(String mail) {
        return forgets(browser(), mail);
    }

    private static Answer forgets(FormBrowser browser, String mail) {
        browser.opens("/portal/forgotten").hasStatus(200);
        return browser.sends("/portal/forgotten", "mail", mail);
    }

    /** The path of the link in the newest mail to this address. */
    private static String link(String mail) {
        var text = TestMail.lastTextTo(mail);
        var link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }
}
