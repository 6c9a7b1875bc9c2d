package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.call.guest.Guest;
import de.dolmetscherhotline.call.guest.GuestNews;
import de.dolmetscherhotline.call.guest.GuestState;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** A signed-in member rings a third party into the conversation for which she asked in the browser. */
class PortalGuestIT extends GuestScriptIT {

    private static final String REQUESTS = "/portal/requests";

    @Autowired
    private GuestNews news;

    /** The page of a request that was made with this form. */
    private static String asks(FormBrowser browser, String... more) {
        return asksFor("ar", browser, more);
    }

    private static String asksFor(String language, FormBrowser browser, String... more) {
        browser.opens(REQUESTS + "/new").hasStatus(200);
        return pageOf(sends(language, browser, more));
    }

    private static Answer sends(String language, FormBrowser browser, String... more) {
        var fields = new ArrayList<>(List.of("language", language, "caseReference", "2026-0815"));
        fields.addAll(List.of(more));
        return browser.sends(REQUESTS, fields.toArray(String[]::new));
    }

    private static String pageOf(Answer answer) {
        return String.valueOf(answer.hasStatus(303).headers().getLocation()).replaceAll("[?#].*", "");
    }

    /** The same once the two talk. */
    private String talks(FormBrowser browser) {
        var page = asks(browser);
        seconds(1);
        amina.accepts();
        seconds(1);
        doctor.isRinging().picksUp().presses("1");
        seconds(5);
        doctor.talksWith(amina);
        call = newestCall();
        return page;
    }

    private static Answer invites(FormBrowser browser, String page, String number) {
        browser.opens(page);
        return browser.sends(page + "/guests", "number", number);
    }

    private void does(FormBrowser browser, String page, String deed) {
        var answer = browser.sends(page + "/guests/" + onlyGuest() + "/" + deed).hasStatus(303);
        assertThat(String.valueOf(answer.headers().getLocation())).isEqualTo(page + "#third-parties");
        settle();
    }

    @Test
    void memberRingsHoldsTakesBackAndDropsAThirdParty() {
        var browser = memberOf(doctor);
        var page = talks(browser);
        var patient = stranger();
        assertThat(browser.opens(page).body()).contains("Jemanden dazuholen", "Möglich sind Nummern in: Deutschland.");

        invites(browser, page, written(patient)).hasStatus(303);
        seconds(1);
        assertThat(browser.opens(page).body()).contains("Weitere Person 1", "es klingelt");
        patient.isRinging().accepts();
        seconds(1);
        talkTogether(doctor, amina, patient);
        assertThat(browser.opens(page).body()).contains("spricht mit", "Musik vorspielen");

        does(browser, page, "hold");
        patient.talksWithNobody();
        assertThat(browser.opens(page).body()).contains("hört Musik", "Zurückholen");
        does(browser, page, "return");
        talkTogether(doctor, amina, patient);
        does(browser, page, "drop");
        doctor.talksWith(amina);
        assertThat(browser.opens(page).body())
                .contains("von Ihnen getrennt")
                .doesNotContain("Musik vorspielen")
                .doesNotContain(patient.phone().number())
                .doesNotContain(written(patient));
    }

    private static String written(Person person) {
        return "0" + person.phone().number().substring(3);
    }

    @Test
    void refusalStandsBesideTheFieldAndNothingTypedIsLost() {
        var browser = memberOf(doctor);
        var page = talks(browser);

        refused(invites(browser, page, "zu Hause"), "zu Hause", "Bitte geben Sie eine Telefonnummer mit Vorwahl ein");
        refused(invites(browser, page, ""), "", "Bitte geben Sie eine Telefonnummer mit Vorwahl ein");
        refused(invites(browser, page, "+33 1 42685300"), "+33 1 42685300", "In diesem Land");
        refused(invites(browser, page, "0900 1234567"), "0900 1234567", "kostet mehr");
        var twice = Numbers.landline();
        invites(browser, page, twice).hasStatus(303);
        refused(invites(browser, page, twice), twice, "wird schon angerufen");
        invites(browser, page, Numbers.landline()).hasStatus(303);
        refused(invites(browser, page, Numbers.landline()), "", "Mehr Personen können nicht");
        doctor.hangsUp();
        seconds(90);
        refused(invites(browser, page, twice), twice, "Im Moment sprechen Sie mit niemandem");
    }

    /** The address of the page that shows it can be read again in the other language. */
    private static void refused(Answer answer, String typed, String why) {
        assertThat(answer.hasStatus(422).body())
                .contains(why, "id=\"number-problem\"", "aria-invalid=\"true\"", typed)
                .doesNotContain("/guests?lang=");
        assertThat(answer.body()).containsPattern("href=\"/portal/requests/[0-9a-f-]{36}\\?lang=en\"");
    }

    @Test
    void nobodyTouchesTheThirdPartiesOfAnotherOrganisation() {
        var page = talks(memberOf(doctor));
        var patient = joined();
        var guest = page + "/guests/" + onlyGuest();
        var stranger = memberOf(practice());

        invites(stranger, page, Numbers.landline()).hasStatus(404);
        for (var deed : List.of("hold", "return", "drop")) {
            stranger.sends(guest + "/" + deed).hasStatus(404);
        }
        stranger.opens(page + "/progress").hasStatus(404);

        talkTogether(doctor, amina, patient);
        stateIs("joined");
    }

    @Test
    void guestOfAnotherCallIsNotReachedThroughAnOwnRequest() {
        theyTalk();
        joined();
        var guest = onlyGuest();
        var own = practice();
        var browser = memberOf(own);
        var page = asks(browser);

        browser.opens(page);
        browser.sends(page + "/guests/" + guest + "/drop").hasStatus(404);

        stateIs("joined");
        browser.sends(page + "/cancellation").hasStatus(303);
        settle();
    }

    @Test
    void whoeverFollowsACallSeesEachChangeOfItsThirdParties() {
        theyTalk();
        var patient = stranger();

        StepVerifier.create(states(null))
                .expectNext(List.of())
                .then(() -> invite(patient))
                .thenConsumeWhile(seen -> !seen.equals(List.of(GuestState.RINGING)))
                .expectNext(List.of(GuestState.RINGING))
                .then(() -> patient.accepts())
                .thenConsumeWhile(seen -> !seen.equals(List.of(GuestState.JOINED)))
                .expectNext(List.of(GuestState.JOINED))
                .thenCancel()
                .verify(Duration.ofSeconds(30));
        StepVerifier.create(states(new OrganisationId(UUID.randomUUID())))
                .expectComplete()
                .verify(Duration.ofSeconds(30));
    }

    private Flux<List<GuestState>> states(@Nullable OrganisationId behalf) {
        return news.follow(new CallId(UUID.fromString(call)), behalf)
                .map(all -> all.stream().map(Guest::state).toList());
    }

    @Test
    void formThatIsSentAgainAfterGoingBackAsksWhetherSomebodyElseIsNeeded() {
        var browser = memberOf(doctor);
        var first = asks(browser);
        assertThat(pageOf(sends("ar", browser))).isEqualTo(first);

        browser.opens(REQUESTS + "/new");
        var question = sends("ar", browser).hasStatus(422).body();
        assertThat(question)
                .contains("Für Arabisch wird schon jemand für Sie gesucht", "Anfrage von ", "2026-0815", first)
                .containsPattern("name=\"another\" value=\"ar\"");
        requestsOfTheDoctor(1);
        var other = asksFor("uk", browser, "another", "ar");
        requestsOfTheDoctor(2);
        var second = asks(browser, "another", "ar");
        requestsOfTheDoctor(3);

        for (var page : List.of(first, second, other)) {
            browser.sends(page + "/cancellation").hasStatus(303);
        }
        settle();
    }

    @Test
    void whoTalksAlreadyIsNoReasonToAskWhetherSomebodyElseIsNeeded() {
        var browser = memberOf(doctor);
        talks(browser);

        var second = asks(browser);

        requestsOfTheDoctor(2);
        browser.sends(second + "/cancellation").hasStatus(303);
        settle();
    }

    private void requestsOfTheDoctor(int count) {
        var body = get("/api/v1/requests?organisationId=" + doctor.id()).body();
        assertThat(JsonPath.<Integer>read(body, "$.length()")).isEqualTo(count);
    }
}
