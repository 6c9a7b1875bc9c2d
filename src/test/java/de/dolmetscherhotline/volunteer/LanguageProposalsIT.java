package de.dolmetscherhotline.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** She proposes, the coordinator decides. */
class LanguageProposalsIT extends VolunteerIT {

    private static final String PROPOSALS = "/api/v1/language-proposals";
    private static final String PAGE = "/volunteer/languages";

    @Test
    void anAcceptedProposalChangesThePool() {
        var guest = guest();
        guest.submit(PAGE, "language", "ckb", "level", "b2", "note", "Dialekt von Silêmanî")
                .hasStatus(303);
        get("/api/v1/interpreters/" + amina()).has("languages.length()", 2);
        assertThat(guest.get(PAGE).body()).contains("Dialekt von Silêmanî", "noch offen");
        var id = open().has("[0].interpreterId", amina().toString())
                .has("[0].language", "ckb")
                .has("[0].level", "b2")
                .has("[0].note", "Dialekt von Silêmanî")
                .has("[0].status", "open")
                .text("[0].id");
        decide(id, "accept", "Danke!").hasStatus(204);
        decide(id, "accept", "Danke!").isProblem(404);
        decide(id, "refuse", null).isProblem(404);
        open().has("length()", 0);
        get("/api/v1/interpreters/" + amina())
                .has("languages.length()", 3)
                .has("languages[1].tag", "ckb")
                .has("languages[1].level", "b2");
        assertThat(guest.get(PAGE).body()).contains("angenommen", "Antwort: Danke!");
    }

    @Test
    void aLevelIsChangedAndALanguageGivenUp() {
        var guest = guest();
        guest.submit(PAGE, "language", "fr", "level", "c1").hasStatus(303);
        decide(open().text("[0].id"), "accept", null).hasStatus(204);
        get("/api/v1/interpreters/" + amina()).has("languages[1].level", "c1");
        guest.submit(PAGE, "language", "fr", "level", "none").hasStatus(303);
        decide(open().has("[0].level", null).text("[0].id"), "accept", null).hasStatus(204);
        get("/api/v1/interpreters/" + amina()).has("languages.length()", 1).has("languages[0].tag", "ar");
        guest.submit(PAGE, "language", "ar", "level", "none").hasStatus(303);
        decide(open().text("[0].id"), "accept", null).isProblem(409);
        open().has("length()", 1);
    }

    @Test
    void aRefusedProposalChangesNothing() {
        var guest = guest();
        guest.submit(PAGE, "language", "fr", "level", "native").hasStatus(303);
        decide(open().text("[0].id"), "refuse", "Bitte bringen Sie das Zertifikat mit.")
                .hasStatus(204);
        get("/api/v1/interpreters/" + amina()).has("languages[1].level", "b2");
        assertThat(guest.get(PAGE).body()).contains("nicht angenommen", "Zertifikat");
    }

    @Test
    void aNewProposalTakesThePlaceOfTheOneBeforeAndCanBeTakenBack() {
        var guest = guest();
        guest.submit(PAGE, "language", "fr", "level", "c1").hasStatus(303);
        var read = open().text("[0].id");
        guest.submit(PAGE, "language", "fr", "level", "c2").hasStatus(303);
        decide(read, "accept", null).isProblem(404);
        var id = open().has("length()", 1).has("[0].level", "c2").text("[0].id");
        var zeynep = guest(created("/api/v1/interpreters", member("Zeynep Kaya")));
        zeynep.send(PAGE, PAGE + "/" + id + "/withdraw").hasStatus(303);
        open().has("length()", 1);
        guest.send(PAGE, PAGE + "/" + id + "/withdraw").hasStatus(303);
        guest.send(PAGE, PAGE + "/" + id + "/withdraw").hasStatus(303);
        open().has("length()", 0);
    }

    @Test
    void whatMakesNoSenseIsSaidBesideItsFieldAndStays() {
        var guest = guest();
        assertThat(guest.submit(PAGE, "language", "xx", "level", "", "note", "Moin & <b>")
                        .hasStatus(422)
                        .body())
                .contains("id=\"language-problem\"", "id=\"level-problem\"", "Moin &amp; &lt;b&gt;");
        assertThat(guest.submit(PAGE, "language", "fr", "level", "b2")
                        .hasStatus(422)
                        .body())
                .contains("So ist es schon eingetragen");
        assertThat(guest.submit(PAGE, "language", "uk", "level", "none")
                        .hasStatus(422)
                        .body())
                .contains("nicht eingetragen");
        assertThat(guest.submit(PAGE, "language", "fr", "level", "c1", "note", "x".repeat(301))
                        .hasStatus(422)
                        .body())
                .contains("id=\"note-problem\"");
        open().has("length()", 0);
    }

    @Test
    void decisionsAreChecked() {
        decide(UUID.randomUUID().toString(), "accept", null).isProblem(404);
        decide(UUID.randomUUID().toString(), "accept", "x".repeat(301)).rejects("answer");
        decide(UUID.randomUUID().toString(), "refuse", " ").rejects("answer");
        get(PROPOSALS + "?status=perhaps").rejects("status");
    }

    private Answer open() {
        return get(PROPOSALS + "?status=open&districtId=" + itsDistrict()).hasStatus(200);
    }

    private Answer decide(String id, String decision, @Nullable String answer) {
        return post(PROPOSALS + "/" + id + "/" + decision, Body.of("answer", answer));
    }
}
