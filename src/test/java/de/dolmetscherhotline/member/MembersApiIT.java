package de.dolmetscherhotline.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.OwnDatabase;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What coordinators do with the members of an organisation. */
class MembersApiIT extends MemberIT {

    @Test
    void whoeverInvitesGetsACodeAndALinkOnce() {
        var mail = mail();
        var invitation = invite("Petra Lindner", mail);
        var code = invitation.text("invitationCode");
        assertThat(code).matches("([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}");
        assertThat(invitation.text("link")).isEqualTo(TestTelephony.PUBLIC_URL + "/portal/invitation/" + code);
        var address = membersPath() + "/" + invitation.text("id");
        invitation.hasHeader("Location", address);
        assertThat(get(address)
                        .hasStatus(200)
                        .has("name", "Petra Lindner")
                        .has("mail", mail)
                        .has("state", "invited")
                        .has("invitedUntil", invitation.text("expiresAt"))
                        .body())
                .doesNotContain(code);
        get(membersPath()).hasHeader("X-Total-Count", "1").has("[0].id", invitation.text("id"));
    }

    @Test
    void neitherCodeNorPasswordNorSessionStandsInTheDatabase() {
        var mail = mail();
        var code = invite("Petra Lindner", mail).text("invitationCode");
        var browser = browser();
        var session = accept(browser, code, PASSWORD).hasStatus(303).cookies().stream()
                .filter(cookie -> cookie.getName().equals("portal"))
                .findFirst()
                .orElseThrow()
                .getValue();
        var waiting = invite("Olga Winter", mail()).text("invitationCode");
        assertThat(OwnDatabase.findAnywhere(database(), List.of(waiting, waiting.replace("-", ""), PASSWORD, session)))
                .isEmpty();
        assertThat(OwnDatabase.findAnywhere(database(), List.of(mail))).isNotEmpty();
    }

    @Test
    void aMailAddressNamesOnePersonInTheWholeInstallation() {
        var mail = mail();
        invite("Petra Lindner", mail);
        var elsewhere = created("/api/v1/organisations", organisation("Andere Praxis"));
        post(
                        "/api/v1/organisations/" + elsewhere + "/members",
                        Body.of("name", "Petra Lindner", "mail", mail.toUpperCase(Locale.ROOT)))
                .isProblem(409)
                .has("errors[0].field", "mail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "lindner", "@praxis.example", "a b@praxis.example", "lindner@praxis", "ü@praxis.example"
            })
    void whatIsNoMailAddressIsRefused(String mail) {
        var answer = post(membersPath(), Body.of("name", "Petra Lindner", "mail", mail))
                .isProblem(400);
        assertThat(answer.body()).contains("\"field\":\"mail\"");
    }

    @Test
    void whatIsMissingIsNamed() {
        post(membersPath(), Body.of()).rejects("name", "mail");
        post("/api/v1/organisations/" + UUID.randomUUID() + "/members", Body.of("name", "X", "mail", mail()))
                .isProblem(404);
        get(membersPath() + "/" + UUID.randomUUID()).isProblem(404);
    }

    @Test
    void aNewInvitationEndsTheOneBefore() {
        var first = invite("Petra Lindner", mail());
        var second = again(first.text("id")).hasStatus(200);
        accept(browser(), first.text("invitationCode"), PASSWORD).hasStatus(422);
        accept(browser(), second.text("invitationCode"), PASSWORD).hasStatus(303);
        get(membersPath() + "/" + first.text("id")).has("state", "active").has("invitedUntil", null);
        again(UUID.randomUUID().toString()).isProblem(404);
    }

    @Test
    void aDisabledMemberIsOutAtOnceAndIsNotInvited() {
        var mail = mail();
        var id = member("Petra Lindner", mail);
        var browser = signedIn(mail);
        browser.opens("/portal").hasStatus(200);
        change(id, "disable").hasStatus(200).has("state", "disabled");
        isOut(browser.opens("/portal"));
        signIn(browser(), mail, PASSWORD).hasStatus(422);
        again(id.toString()).isProblem(409);
        change(id, "enable").hasStatus(200).has("state", "active").has("disabledAt", null);
        isOut(browser.opens("/portal"));
        signIn(browser(), mail, PASSWORD).hasStatus(303);
        change(UUID.randomUUID(), "disable").isProblem(404);
        change(UUID.randomUUID(), "enable").isProblem(404);
    }

    @Test
    void aCodeThatWasGivenToSomebodyWhoIsDisabledNowDoesNotWork() {
        var invitation = invite("Petra Lindner", mail());
        change(UUID.fromString(invitation.text("id")), "disable").hasStatus(200);
        accept(browser(), invitation.text("invitationCode"), PASSWORD).hasStatus(422);
    }

    @Test
    void whoIsRemovedIsOutAtOnceAndNothingIsLeft() {
        var mail = mail();
        var id = member("Petra Lindner", mail);
        var browser = signedIn(mail);
        delete(membersPath() + "/" + id).hasStatus(204);
        isOut(browser.opens("/portal"));
        assertThat(OwnDatabase.findAnywhere(database(), List.of(mail))).isEmpty();
        delete(membersPath() + "/" + id).isProblem(404);
    }

    @Test
    void membersOfAnotherOrganisationAreNotFound() {
        var id = member("Petra Lindner", mail());
        var elsewhere = "/api/v1/organisations/" + created("/api/v1/organisations", organisation("Andere Praxis"))
                + "/members/" + id;
        get(elsewhere).isProblem(404);
        Answer.to(api().post().uri(elsewhere + "/disable")).isProblem(404);
        Answer.to(api().post().uri(elsewhere + "/invitation")).isProblem(404);
        delete(elsewhere).isProblem(404);
        get(membersPath() + "/" + id).has("state", "active");
    }

    private Answer again(String id) {
        return change(UUID.fromString(id), "invitation");
    }

    private Answer change(UUID id, String what) {
        return Answer.to(api().post().uri(membersPath() + "/" + id + "/" + what));
    }
}
