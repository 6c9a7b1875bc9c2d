package de.dolmetscherhotline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.DemonstrationIT;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.Disposable;

/** What the page's addresses answer, browser or not. */
class TelephonesFormsIT extends DemonstrationIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String AMINA = "/simulator/telephones/4917139200" + "00";

    private static final String COORDINATOR = "t-4930231253" + "00";

    @Autowired
    private Changes changes;

    @Autowired
    private TelephoneNetwork network;

    @Test
    void theAddressItselfLeadsToTheTelephones() {
        Answer.to(browser().get().uri("/")).hasStatus(303).hasHeader(HttpHeaders.LOCATION, "/simulator");
        Answer.to(browser().get().uri("/?lang=en"))
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, "/simulator?lang=en");
    }

    @Test
    void thePageSpeaksGermanOrEnglish() {
        assertThat(page("/simulator", "de-DE")).contains("<html lang=\"de\">", "Wer dolmetscht");
        assertThat(page("/simulator", "en-GB,en;q=0.8")).contains("<html lang=\"en\">", "Who interprets");
        assertThat(page("/simulator", "sv")).contains("<html lang=\"de\">");
        assertThat(page("/simulator?lang=en", "de")).contains("<html lang=\"en\">");
        assertThat(page("/simulator?lang=xx", "de")).contains("<html lang=\"de\">");
    }

    @Test
    void everyTextExistsInBothLanguages() {
        assertThat(page("/simulator", "de")).doesNotContain("??");
        assertThat(page("/simulator", "en")).doesNotContain("??");
    }

    @Test
    void whatTheCoordinatorIsTextedCanBeReadAndNotAnswered() {
        assertThat(page("/simulator", "de")).doesNotContain(COORDINATOR + "-texts");
        var account = network.account();
        Answer.to(browser()
                        .post()
                        .uri("/simulator/rest/2010-04-01/Accounts/" + account.sid() + "/Messages.json")
                        .headers(headers -> headers.setBasicAuth(account.sid(), account.authToken()))
                        .body(BodyInserters.fromFormData("To", "+4930231253" + "00")
                                .with("From", "+4930231251" + "00")
                                .with("Body", "Ein Notfall wartet.")))
                .hasStatus(201);
        await().untilAsserted(() -> assertThat(page("/simulator", "de"))
                .contains(COORDINATOR + "-texts", "Ein Notfall wartet.")
                .doesNotContain(COORDINATOR + "-texting"));
    }

    @Test
    void interpretersCanBeFilteredByLanguage() {
        assertThat(page("/simulator?language=ti", "de"))
                .contains("Selam Tesfay", "Yonas Kidane", "Praxis Dr. Lindner")
                .doesNotContain("Amina Haddad");
        assertThat(page("/simulator?language=\"><script>", "de"))
                .contains("Amina Haddad")
                .doesNotContain("\"><script>");
    }

    @Test
    void theKeyOfTheRestApiIsNotOnThePage() {
        assertThat(page("/simulator", "de")).doesNotContain("key-of-the-integration-test");
    }

    @Test
    void aFormLeadsBackToItsTelephoneAndKeepsWhatWasChosen() {
        Answer.to(form("/simulator/telephones/4917139200" + "19/habit?language=vi&lang=en", "habit", "BUSY"))
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, "/simulator?language=vi&lang=en#t-491713920019");
    }

    @Test
    void theScriptIsAnsweredWithoutARedirect() {
        Answer.to(form(AMINA + "/habit", "habit", "BY_HAND").header("X-Requested-With", "fetch"))
                .hasStatus(204);
    }

    @Test
    void onlyTelephonesOfTheDemonstrationCanBeUsed() {
        Answer.to(form("/simulator/telephones/4915112345678/call", "", "")).isProblem(404);
        Answer.to(form("/simulator/telephones/493023125100/call", "", "")).isProblem(404);
        Answer.to(form("/simulator/telephones/493023125201/availability", "available", "true"))
                .isProblem(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1 2", "+", "000000000000000000000000000000000"})
    void onlyKeysOfATelephoneCanBePressed(String keys) {
        Answer.to(form(AMINA + "/keys", "keys", keys)).rejects("keys");
    }

    @Test
    void formsAreChecked() {
        Answer.to(form(AMINA + "/texts", "text", " ")).rejects("text");
        Answer.to(form(AMINA + "/texts", "text", "a".repeat(161))).rejects("text");
        Answer.to(form(AMINA + "/habit", "habit", "DANCES")).rejects("habit");
        Answer.to(form(AMINA + "/availability", "available", "perhaps")).rejects("available");
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        Answer.to(browser().post().uri(AMINA + "/call").contentType(MediaType.APPLICATION_FORM_URLENCODED))
                .isProblem(403);
    }

    @Test
    void onlySoManyPagesMayListen() {
        var listening = new ArrayList<Disposable>();
        try {
            for (int i = 0; i < Changes.LISTENERS; i++) {
                listening.add(changes.events().subscribe());
            }
            Answer.to(browser().get().uri("/simulator/events")).hasStatus(503);
        } finally {
            listening.forEach(Disposable::dispose);
        }
        var first = browser()
                .get()
                .uri("/simulator/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody()
                .blockFirst();
        assertThat(first).isNotBlank();
    }

    private String page(String uri, String languages) {
        return Answer.to(browser().get().uri(uri).header(HttpHeaders.ACCEPT_LANGUAGE, languages))
                .hasStatus(200)
                .body();
    }

    /** As a browser sends it after it has got the page. */
    private RequestHeadersSpec<?> form(String uri, String name, String value) {
        var page = Answer.to(browser().get().uri("/simulator"));
        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        var cookie = String.valueOf(page.headers().getFirst(HttpHeaders.SET_COOKIE));
        return browser()
                .post()
                .uri(uri)
                .header(HttpHeaders.COOKIE, cookie.substring(0, cookie.indexOf(';')))
                .body(BodyInserters.fromFormData("_csrf", token.group(1)).with(name, value));
    }
}
