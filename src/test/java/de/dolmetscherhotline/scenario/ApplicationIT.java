package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** Somebody applies on the public page, and comes into the pool once her number is confirmed. */
class ApplicationIT extends ApplicationScriptIT {

    @Test
    void whoAppliesAndConfirmsHerNumberIsInThePool() {
        var leyla = applicant();
        var browser = browser();
        applies(browser, leyla).hasStatus(303).hasHeader(HttpHeaders.LOCATION, CODE);
        assertThat(pool()).isEmpty();

        browser.opens(CODE).hasStatus(200);
        browser.sends(CODE, "code", codeOf(leyla)).hasStatus(303).hasHeader(HttpHeaders.LOCATION, DONE);
        get("/api/v1/interpreters?districtId=" + presentDistrict())
                .has("[0].name", "Leyla Yılmaz")
                .has("[0].phoneNumber", leyla.phone().number())
                .has("[0].dateOfBirth", "1990-12-31")
                .has("[0].status", "applied")
                .has("[0].languages[0].tag", "tr")
                .has("[0].roles[0]", "volunteer");
        application()
                .has("[0].state", "open")
                .has("[0].message", "Ich freue mich.")
                .has("[0].consentedAt", began().toString());
        assertThat(rows("select from application where district_id = :district and :began::timestamptz is not null"
                        + " and (details is not null or number_cipher is not null)"))
                .isEmpty();
    }

    @Test
    void theNumberAndTheCodeAreForgottenOnceTheTextIsSent() {
        applies(browser(), applicant()).hasStatus(303);

        assertThat(rows("select m.arguments::text, s.number_cipher from text_message m"
                        + " join text_stranger s on s.id = m.stranger_id"
                        + " where s.district_id = :district and :began::timestamptz is not null"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("arguments")).isEqualTo("[]");
                    assertThat(row.get("number_cipher")).isNull();
                });
        later(Duration.ofHours(25));
        assertThat(rows("select from text_stranger where district_id = :district and :began::timestamptz is not null"))
                .isEmpty();
    }

    @Test
    void sendingTheFormTwiceIsOneApplicationAndOneText() {
        var leyla = applicant();
        var browser = browser();
        applies(browser, leyla);
        browser.sends(APPLY, form(leyla)).hasStatus(303).hasHeader(HttpHeaders.LOCATION, CODE);
        settle();

        assertThat(leyla.inbox()).hasSize(1);
        browser.sends(CODE, "code", codeOf(leyla)).hasStatus(303);
        browser.sends(CODE, "code", codeOf(leyla)).hasStatus(303).hasHeader(HttpHeaders.LOCATION, DONE);
        browser.sends(APPLY, form(leyla)).hasStatus(303).hasHeader(HttpHeaders.LOCATION, DONE);
        assertThat(pool()).hasSize(1);
    }

    @Test
    void aNumberThatWasMistypedIsCorrectedInTheSameForm() {
        var wrong = applicant();
        var leyla = applicant();
        var browser = browser();
        applies(browser, wrong);
        browser.sends(APPLY, form(leyla)).hasStatus(303);
        settle();

        assertThat(browser.sends(CODE, "code", codeOf(wrong)).hasStatus(400).body())
                .contains("stimmt nicht");
        browser.sends(CODE, "code", codeOf(leyla)).hasStatus(303).hasHeader(HttpHeaders.LOCATION, DONE);
        assertThat(pool()).containsExactly(leyla.phone().number());
    }

    @Test
    void whatWasTypedIsThereAgainWhenSomethingIsWrong() {
        var browser = browser();
        browser.opens(APPLY);
        var page = browser.sends(
                        APPLY,
                        "district",
                        presentDistrict().toString(),
                        "name",
                        "Leyla <b>",
                        "phone",
                        "030 23125000",
                        "born",
                        "24.11.2010",
                        "language",
                        "tr",
                        "level",
                        "",
                        "message",
                        "Ich freue mich.")
                .hasStatus(400)
                .body();

        assertThat(page)
                .contains(
                        "value=\"Leyla &lt;b&gt;\"",
                        "value=\"030 23125000\"",
                        "value=\"24.11.2010\"",
                        "Ich freue mich.")
                .contains(
                        "deutsche Handynummer", "nur Erwachsene", "wie gut Sie sie sprechen", "Ohne Ihr Einverständnis")
                .containsPattern("<option value=\"tr\"[^>]*selected")
                .doesNotContain("<b>\"");
    }

    @Test
    void moreLanguagesCanBeAddedWithoutLosingAnything() {
        var browser = browser();
        browser.opens(APPLY);
        var fields = new ArrayList<>(Arrays.asList("name", "Leyla", "more", "languages"));
        for (var tag : List.of("tr", "ar", "en")) {
            fields.addAll(List.of("language", tag, "level", "b2"));
        }
        assertThat(browser.sends(APPLY, fields.toArray(String[]::new))
                        .hasStatus(200)
                        .body())
                .contains("value=\"Leyla\"", "language-5")
                .doesNotContain("language-6", "Bitte prüfen");
    }

    @Test
    void whoDoesNotConfirmIsForgottenAfterADay() {
        applies(browser(), applicant());
        assertThat(applicationRows()).hasSize(1);
        later(Duration.ofHours(25));
        assertThat(applicationRows()).isEmpty();
    }

    @Test
    void whoIsAcceptedIsInTrainingAndIsToldSo() {
        var leyla = applicantInThePool();
        var id = application().text("[0].id");
        pass(Duration.ofMinutes(2));
        Answer.to(api().post().uri(APPLICATIONS + "/" + id + "/acceptance"))
                .hasStatus(200)
                .has("state", "accepted");
        Answer.to(api().post().uri(APPLICATIONS + "/" + id + "/acceptance")).hasStatus(200);
        settle();

        leyla.reads("aufgenommen");
        assertThat(leyla.inbox()).hasSize(2);
        get("/api/v1/interpreters?districtId=" + presentDistrict()).has("[0].status", "in_training");
        assertThat(JsonPath.<List<Object>>read(application("open").body(), "$")).isEmpty();
        application("accepted").has("[0].id", id);
    }

    @Test
    void whoIsRefusedIsForgottenAfterTwoWeeksUnlessSomebodyThinksAgain() {
        applicantInThePool();
        var id = application().text("[0].id");
        post(APPLICATIONS + "/" + id + "/refusal", Body.of("reason", " ")).rejects("reason");
        post(APPLICATIONS + "/" + id + "/refusal", Body.of("reason", "Wohnt zu weit weg"))
                .hasStatus(200)
                .has("state", "refused")
                .has("refusedBecause", "Wohnt zu weit weg");
        get("/api/v1/interpreters?districtId=" + presentDistrict()).has("[0].status", "left");
        later(Duration.ofDays(13));
        Answer.to(api().post().uri(APPLICATIONS + "/" + id + "/acceptance")).has("state", "accepted");
        later(Duration.ofDays(2));
        get(APPLICATIONS + "/" + id).hasStatus(200);

        post(APPLICATIONS + "/" + id + "/refusal", Body.of("reason", "Doch nicht"))
                .hasStatus(200);
        later(Duration.ofDays(15));
        get(APPLICATIONS + "/" + id).isProblem(404);
        assertThat(pool()).isEmpty();
        post(APPLICATIONS + "/" + id + "/refusal", Body.of("reason", "x")).isProblem(404);
    }

    @Test
    void whoWasGivenAnotherStatusAfterARefusalIsNotForgotten() {
        var leyla = applicantInThePool();
        refuses(application().text("[0].id"));
        later(Duration.ofMinutes(1));
        var interpreter = application("refused").text("[0].interpreterId");
        becomes(leyla, interpreter, "in_training");
        becomes(leyla, interpreter, "left");
        later(Duration.ofDays(15));
        get("/api/v1/interpreters/" + interpreter).hasStatus(200).has("status", "left");
    }

    @Test
    void whoWasActiveBeforeARefusalIsNotForgotten() {
        var leyla = applicantInThePool();
        var id = application().text("[0].id");
        var interpreter = application().text("[0].interpreterId");
        becomes(leyla, interpreter, "active");
        becomes(leyla, interpreter, "left");
        refuses(id);
        later(Duration.ofDays(15));
        get("/api/v1/interpreters/" + interpreter).hasStatus(200).has("status", "left");
    }

    private void refuses(String application) {
        post(APPLICATIONS + "/" + application + "/refusal", Body.of("reason", "Wohnt zu weit weg"))
                .hasStatus(200)
                .has("state", "refused");
    }

    private void becomes(Person who, String interpreter, String status) {
        var profile = Bodies.interpreter(presentDistrict())
                .with("phoneNumber", who.phone().number())
                .with("status", status);
        put("/api/v1/interpreters/" + interpreter, profile).hasStatus(200);
    }
}
