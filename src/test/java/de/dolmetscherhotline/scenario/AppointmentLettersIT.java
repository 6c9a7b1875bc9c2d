package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.OwnDatabase;
import de.dolmetscherhotline.testsupport.TestMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever asked for an appointment in the portal is told by mail. */
class AppointmentLettersIT extends AppointmentPagesScriptIT {

    private static final Duration SETTLING = Duration.ofMinutes(2);

    private String mail = "";

    @BeforeEach
    void somebodyWithMail() {
        mail = "a" + UUID.randomUUID() + "@praxis.example";
    }

    @Test
    void sheIsToldOnceThatSomebodyComesAndWhenItIsGivenBack() {
        var three = members(3);
        var path = asks(memberOf(practice(), mail));
        saysYes(three.getFirst());
        assertThat(TestMail.to(mail)).isEmpty();
        pass(SETTLING);
        assertThat(TestMail.onlyTextTo(mail))
                .contains("für Ihren Termin hat jemand zugesagt.", "14:00–15:00 Uhr", "Arabisch")
                .contains("Vor Ort: Südertor 6, Helmstedt", "https://hotline.example.org" + path)
                .contains("somebody has accepted your appointment.", "Arabic", "On site: Südertor 6, Helmstedt")
                .contains("Es dolmetscht: ", "Interpreter: ")
                .doesNotContain("2026/0815", "{", "null");
        pass(Duration.ofMinutes(20));
        cannotCome(three.getFirst());
        pass(SETTLING);
        assertThat(TestMail.to(mail)).hasSize(2);
        assertThat(TestMail.lastTextTo(mail))
                .contains("die Zusage für Ihren Termin gilt nicht mehr. Wir fragen jetzt andere")
                .doesNotContain("Es dolmetscht: ");
        saysYes(three.get(1));
        pass(SETTLING);
        assertThat(TestMail.to(mail)).hasSize(3);
        assertThat(TestMail.lastTextTo(mail)).contains("hat jemand zugesagt.");
    }

    @Test
    void whatChangesQuicklyIsToldOnceAsItStands() {
        var three = members(3);
        var id = id(asks(memberOf(practice(), mail)));
        saysYes(three.getFirst());
        cannotCome(three.getFirst());
        saysYes(three.get(1));
        pass(SETTLING);
        assertThat(TestMail.onlyTextTo(mail)).contains("hat jemand zugesagt.");
        change(id, "substitution", null).hasStatus(200);
        saysYes(three.get(2));
        pass(SETTLING);
        assertThat(TestMail.to(mail)).hasSize(2);
        assertThat(TestMail.lastTextTo(mail)).contains("hat jetzt jemand anderes übernommen.");
        change(id, "cancellation", "Frau Geheim ist krank").hasStatus(200);
        pass(SETTLING);
        assertThat(TestMail.to(mail)).hasSize(3);
        assertThat(TestMail.lastTextTo(mail))
                .contains("Ihr Termin ist abgesagt und findet nicht statt.")
                .doesNotContain("Geheim");
        assertThat(isToBeTold(id)).isFalse();
    }

    @Test
    void whatCouldNotBeSentIsNotSentAnyMoreOnceItIsNotTrueAnyMore() {
        var three = members(3);
        asks(memberOf(practice(), mail));
        TestMail.away(() -> {
            saysYes(three.getFirst());
            pass(SETTLING);
            cannotCome(three.getFirst());
            pass(SETTLING);
        });
        pass(Duration.ofMinutes(15));
        assertThat(TestMail.onlyTextTo(mail)).contains("gilt nicht mehr");
    }

    @Test
    void sheIsNotToldWhatSheDoesHerselfButAColleagueIs() {
        var practice = practice();
        var hers = memberOf(practice, mail);
        var three = members(3);
        var path = asks(hers);
        saysYes(three.getFirst());
        pass(SETTLING);
        hers.opens(path);
        hers.sends(path + "/substitution", "round", "1").hasStatus(303);
        pass(SETTLING);
        assertThat(TestMail.to(mail)).hasSize(1);
        hers.opens(path);
        hers.sends(path + "/cancellation").hasStatus(303);
        pass(SETTLING);
        assertThat(TestMail.to(mail)).hasSize(1);

        var another = asks(hers, "time", "16:00");
        var colleague = memberOf(practice);
        colleague.opens(another);
        colleague.sends(another + "/cancellation").hasStatus(303);
        pass(SETTLING);
        assertThat(TestMail.to(mail)).hasSize(2);
        assertThat(TestMail.lastTextTo(mail)).contains("16:00", "Ihr Termin ist abgesagt");
    }

    @Test
    void sheIsRemindedOnTheDayBeforeAndNotAgain() {
        var amina = interpreterOffDuty("ar");
        asks(memberOf(practice(), mail));
        saysYes(amina);
        pass(SETTLING);
        moveTo(day().minusDays(1).atTime(16, 59));
        assertThat(TestMail.to(mail)).hasSize(1);
        moveTo(day().minusDays(1).atTime(17, 0));
        pass(SETTLING);
        assertThat(TestMail.to(mail)).hasSize(2);
        assertThat(TestMail.lastTextTo(mail))
                .contains("wir erinnern an Ihren Termin.", "Südertor 6, Helmstedt", "this is a reminder");
        moveTo(day().atTime(12, 0));
        pass(SETTLING);
        assertThat(TestMail.to(mail)).hasSize(2);
        moveTo(day().plusDays(1).atTime(12, 0));
        pass(SETTLING);
        assertThat(TestMail.to(mail)).hasSize(2);
    }

    @Test
    void sheIsToldThatNobodyWasFound() {
        var id = id(asks(memberOf(practice(), mail)));
        pass(SETTLING);
        assertThat(TestMail.onlyTextTo(mail)).contains("haben wir noch niemanden gefunden");
        moveTo(day().atTime(13, 0));
        assertThat(TestMail.to(mail)).hasSize(1);
        moveTo(day().atTime(15, 0));
        pass(SETTLING);
        assertThat(TestMail.to(mail)).hasSize(2);
        assertThat(TestMail.lastTextTo(mail)).contains("für Ihren Termin war niemand da.");
        assertThat(isToBeTold(id)).isFalse();
    }

    @Test
    void byTelephoneTheNumberIsNamed() {
        var amina = interpreterOffDuty("ar");
        var practice = practice();
        asks(
                memberOf(practice, mail),
                "kind",
                "phone",
                "phoneNumber",
                practice.phone().number(),
                "municipality",
                "",
                "address",
                "");
        saysYes(amina);
        pass(SETTLING);
        assertThat(TestMail.onlyTextTo(mail))
                .contains(
                        "Am Telefon: " + practice.phone().number(),
                        "By telephone: " + practice.phone().number())
                .doesNotContain("Vor Ort");
    }

    @Test
    void whoIsDisabledOrRemovedIsToldNothing() {
        var practice = practice();
        var amina = interpreterOffDuty("ar");
        var id = id(asks(memberOf(practice, mail)));
        var members = "/api/v1/organisations/" + practice.id() + "/members";
        List<String> ids = JsonPath.read(get(members).body(), "$[*].id");
        var member = members + "/" + ids.getFirst();
        Answer.to(api().post().uri(member + "/disable")).hasStatus(200);
        saysYes(amina);
        pass(SETTLING);
        assertThat(TestMail.to(mail)).isEmpty();
        delete(member).hasStatus(204);
        change(id, "cancellation", null).hasStatus(200);
        pass(SETTLING);
        assertThat(TestMail.to(mail)).isEmpty();
        assertThat(OwnDatabase.findAnywhere(database(), List.of(mail))).isEmpty();
        assertThat(isToBeTold(id)).isFalse();
    }

    @Test
    void ofWhatCoordinatorsBookTheFirstContactWithMailIsTold() {
        var amina = interpreterOffDuty("ar");
        var practice = practiceWith(
                "contacts",
                List.of(
                        Map.of("name", "Petra Lindner"),
                        Map.of("name", "Jan Winter", "mail", mail),
                        Map.of("name", "Eva Sommer", "mail", "sommer@praxis.example")));
        var id = book(onSite(practice));
        saysYes(amina);
        pass(SETTLING);
        assertThat(TestMail.onlyTextTo(mail))
                .contains("für Ihren Termin hat jemand zugesagt.", "Südertor 6, Helmstedt");
        change(id, "cancellation", null).hasStatus(200);
        pass(SETTLING);
        assertThat(TestMail.lastTextTo(mail)).contains("Ihr Termin ist abgesagt");
        assertThat(TestMail.to("sommer@praxis.example")).isEmpty();
        assertThat(isToBeTold(id)).isFalse();
    }

    @Test
    void whereNobodyHasMailMembersAreNotToldOfWhatCoordinatorsBook() {
        var amina = interpreterOffDuty("ar");
        var practice = practice();
        memberOf(practice, mail);
        book(onSite(practice));
        saysYes(amina);
        pass(SETTLING);
        assertThat(TestMail.to(mail)).isEmpty();
    }

    /** Whether somebody is still to be told of this appointment. */
    private boolean isToBeTold(UUID appointment) {
        return Objects.requireNonNull(database()
                .sql("select exists (select from appointment_letter where appointment_id = :id)")
                .bind("id", appointment)
                .mapValue(Boolean.class)
                .one()
                .block());
    }
}
