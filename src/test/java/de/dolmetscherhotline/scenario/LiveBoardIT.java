package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.simulator.Interference.Delivery;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffAdministration;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.FormBrowser;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;

/** The live board of the dashboard, and a coordinator's hand in a call. */
class LiveBoardIT extends PhoneScriptIT {

    private static final String PASSWORD = "vier Worte und ein Fisch";
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    @Autowired
    private StaffAdministration administration;

    @Test
    void theBoardShowsWhoWaitsWhatIsTriedAndWhoTalks() {
        var viewer = signedIn(Role.VIEWER);
        assertThat(board(viewer)).contains("Niemand wartet.", "Gerade spricht niemand.");
        var amina = interpreter("ar");
        var doctor = practice().dials(line);
        assertThat(board(viewer)).contains("Sprache noch offen", "wird begrüßt und wählt");
        doctor.presses("1");
        seconds(5);
        amina.isRinging();
        assertThat(board(viewer))
                .contains("Arabisch", "Einrichtung", "wartet, wir suchen", nameOf(amina) + " klingelt")
                .doesNotContain("Eingreifen");
        amina.picksUp();
        assertThat(board(viewer)).contains(nameOf(amina) + " hat abgenommen");
        amina.presses("1");
        seconds(5);
        doctor.talksWith(amina);
        seconds(125);
        assertThat(board(viewer))
                .contains("Niemand wartet.", "im Gespräch", "2:10")
                .doesNotContain("klingelt");
        doctor.hangsUp();
        seconds(90);
        assertThat(board(viewer)).contains("Gerade spricht niemand.");
        assertThat(figure(viewer, "Gespräche heute")).isEqualTo("1");
    }

    @Test
    void whoeverWaitsLongerIsAhead() {
        var amina = interpreter("ar");
        talk(practice(), "1", amina);
        practice().dials(line).presses("1");
        seconds(10);
        practice().dials(line).presses("1");
        seconds(5);
        assertThat(board(signedIn(Role.VIEWER)))
                .containsOnlyOnce("Einer ist vorher dran.")
                .contains("0 frei, 1 im Gespräch, von 1", "Arabisch: Jemand wartet, und niemand aus dem Pool");
    }

    @Test
    void aCallbackAndItsTelephonesAreShown() {
        var amina = interpreterOffDuty("ar");
        var viewer = signedIn(Role.VIEWER);
        practice().dials(line).presses("1").hears("niemand im Dienst").presses("1");
        seconds(5);
        assertThat(board(viewer)).contains("wird zurückgerufen, sobald jemand gefunden ist", "Gerade klingelt kein");
        amina.goesOnDuty();
        seconds(20);
        amina.accepts();
        seconds(3);
        assertThat(board(viewer)).contains("wird gerade zurückgerufen", nameOf(amina) + " hat angenommen");

        var call = callback();
        post("/api/v1/calls/" + call + "/end", Body.of()).hasStatus(202);
        seconds(20);
        amina.isIdle();
        assertThat(ask("select outcome from call where id = '" + call + "'")).isEqualTo("ended_by_coordinator");
        assertThat(board(viewer)).contains("Niemand wartet.");
    }

    @Test
    void aCallbackThatIsEndedBeforeAnybodyWasFoundIsStillDemandThatNobodyMet() {
        interpreterOffDuty("ar");
        practice().dials(line).presses("1").hears("niemand im Dienst").presses("1");
        seconds(20);
        var call = callback();
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens("/dashboard/calls/" + call).hasStatus(200);
        coordinator
                .sends("/dashboard/calls/" + call + "/end", "reason", "Praxis meldet sich selbst")
                .hasHeader("Location", "/dashboard?done=ended");
        assertThat(ask("select outcome from call where id = '" + call + "'")).isEqualTo("callback_failed");
        assertThat(coordinator.opens("/dashboard/unmet-demand").hasStatus(200).body())
                .contains("/dashboard/unmet-demand/calls/" + call + "/settled");
    }

    /** That by which somebody is rung back: it may have begun in the same second as the call in which that was agreed. */
    private String callback() {
        return ask("select id::text from call where callback_of is not null order by dialled_at desc limit 1");
    }

    private String ask(String query) {
        return database()
                .sql(query)
                .mapValue(String.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void aLanguageInDemandThatNobodyCoversIsAnAlarm() {
        var viewer = signedIn(Role.VIEWER);
        var doctor = practice().dials(line).presses("1").hears("niemand im Dienst");
        assertThat(board(viewer)).contains("Arabisch: Jemand wartet, und niemand aus dem Pool");
        doctor.hangsUp();
        assertThat(board(viewer))
                .doesNotContain("Jemand wartet, und niemand")
                .contains("noch immer ist niemand bereit: Arabisch");
        interpreter("ar");
        assertThat(board(viewer)).doesNotContain("noch immer ist niemand bereit");
    }

    @Test
    void workThatIsLeftLyingIsAnAlarm() {
        var viewer = signedIn(Role.VIEWER);
        database().sql("delete from work where given_up_at is not null").then().block();
        assertThat(board(viewer)).doesNotContain("bleiben liegen");
        database()
                .sql("insert into work (kind, payload, due_at, created_at) values ('test-lying', '{}', :due, :due)")
                .bind("due", CLOCK.instant().minusSeconds(61))
                .then()
                .block();
        try {
            assertThat(board(viewer)).contains("bleiben liegen");
        } finally {
            database().sql("delete from work where kind = 'test-lying'").then().block();
        }
    }

    @Test
    void whatTheNetworkDoesNotDialIsAnAlarm() {
        var viewer = signedIn(Role.VIEWER);
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        amina.isRinging();
        doctor.hangsUp();
        assertThat(board(viewer)).doesNotContain("Anrufe nicht ausgeführt");
        database()
                .sql("update offer set fate = 'unclear' where interpreter_id = :amina")
                .bind("amina", amina.id())
                .then()
                .block();
        assertThat(board(viewer)).contains("Anrufe nicht ausgeführt: 1");
        seconds(601);
        assertThat(board(viewer)).doesNotContain("Anrufe nicht ausgeführt");
    }

    @Test
    void whatGoesOnElsewhereIsNotShown() {
        practice().dials(line).presses("1");
        var call = newestCall();
        moveToAnotherDistrict();
        var stranger = signedIn(Role.COORDINATOR);
        assertThat(board(stranger)).contains("Niemand wartet.");
        stranger.opens("/dashboard/calls/" + call).hasStatus(404);
        stranger.opens("/dashboard");
        stranger.sends("/dashboard/calls/" + call + "/end", "reason", "neugierig")
                .hasStatus(404);
        assertThat(reasons("call_ended")).isEmpty();
    }

    @Test
    void whoseTelephoneRingsIsRecordedOnceForEachWhoSeesIt() {
        var viewer = signedIn(Role.VIEWER);
        var amina = interpreter("ar");
        practice().dials(line).presses("1");
        seconds(2);
        board(viewer);
        seconds(2);
        board(viewer);
        assertThat(lookedAt(amina)).isEqualTo(1);
        board(signedIn(Role.VIEWER));
        assertThat(lookedAt(amina)).isEqualTo(2);
    }

    @Test
    void pagesOfTheDistrictAreToldOfEachStep() {
        var cookie = signIn(browser(), Role.VIEWER);
        var heard = new AtomicInteger();
        var events = Objects.requireNonNull(anonymous()
                .mutate()
                .responseTimeout(Duration.ofSeconds(60))
                .build()
                .get()
                .uri("/dashboard/board/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Cookie", cookie)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .getResponseBody()
                .mapNotNull(ServerSentEvent::event)
                .filter("changed"::equals)
                .subscribe(event -> heard.incrementAndGet()));
        try {
            var doctor = practice();
            // That the connection to Redis is there at first may be told as well, once.
            for (var step :
                    List.<Runnable>of(() -> doctor.dials(line), () -> doctor.presses("1"), () -> doctor.hangsUp())) {
                var before = heard.get();
                step.run();
                await().atMost(Duration.ofSeconds(20)).until(() -> heard.get() > before);
            }
        } finally {
            events.dispose();
        }
    }

    @Test
    void aCallIsTakenOverWithAReasonThatIsRecorded() {
        var coordinator = coordinator();
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        var browser = signedIn(Role.COORDINATOR);
        var page = "/dashboard/calls/" + newestCall();
        assertThat(browser.opens("/dashboard").hasStatus(200).body()).contains("Eingreifen", page);
        assertThat(browser.opens(page).hasStatus(200).body())
                .contains("Arabisch", nameOf(amina), "id=\"destination\"")
                .doesNotContain("id=\"transfer-none\"");
        assertThat(browser.sends(page + "/transfer", "destination", "coordinator", "reason", " ")
                        .hasStatus(422)
                        .body())
                .contains("id=\"transfer-reason-problem\"");
        assertThat(browser.sends(page + "/transfer", "destination", "professional_provider", "reason", "zu lange")
                        .hasStatus(409)
                        .body())
                .contains("id=\"transfer-problem\"", "value=\"zu lange\"");
        browser.sends(page + "/transfer", "destination", "coordinator", "reason", "Arzt wartet zu lange")
                .hasStatus(303)
                .hasHeader("Location", "/dashboard?done=handed-over");
        settle();
        amina.isIdle();
        seconds(6);
        assertThat(board(browser)).contains("bei der Koordinierungsstelle");
        coordinator.picksUp();
        seconds(5);
        doctor.talksWith(coordinator);
        assertThat(reasons("call_handed_over")).containsExactly("Arzt wartet zu lange");
        browser.opens(page).hasStatus(200);
        browser.sends(page + "/transfer", "destination", "coordinator", "reason", "noch einmal")
                .hasStatus(409);
    }

    @Test
    void whereNoNumberIsOnRecordThePageSaysWhyNobodyCanBeConnected() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        var browser = signedIn(Role.COORDINATOR);
        var page = "/dashboard/calls/" + newestCall();
        assertThat(browser.opens(page).hasStatus(200).body())
                .contains("id=\"transfer-none\"", "weder eine Nummer der Koordinierungsstelle")
                .doesNotContain("id=\"destination\"");
        assertThat(browser.sends(page + "/transfer", "destination", "coordinator", "reason", "zu lange")
                        .hasStatus(409)
                        .body())
                .contains("id=\"transfer-none\"", "id=\"transfer-problem\"");
        amina.accepts();
        seconds(5);
        doctor.talksWith(amina);
        assertThat(browser.opens(page).hasStatus(200).body()).doesNotContain("id=\"hand-over\"");
    }

    @Test
    void aChosenInterpreterIsRungAlsoIfSheIsOffDuty() {
        var amina = interpreter("ar");
        amina.goesOffDuty();
        interpreterWith(aProfile("ar").with("secrecyDeclaredOn", null).with("name", "Ohne Erklärung"));
        var doctor = practice().dials(line).presses("1").hears("niemand im Dienst");
        var browser = signedIn(Role.COORDINATOR);
        var page = "/dashboard/calls/" + newestCall();
        assertThat(browser.opens(page).hasStatus(200).body())
                .contains(nameOf(amina) + " (hat sich selbst abgemeldet)")
                .doesNotContain("Ohne Erklärung");
        assertThat(browser.sends(
                                page + "/interpreter",
                                "interpreter",
                                UUID.randomUUID().toString(),
                                "reason",
                                "hat zugesagt")
                        .hasStatus(409)
                        .body())
                .contains("id=\"interpreter-problem\"", "value=\"hat zugesagt\"");
        browser.sends(page + "/interpreter", "interpreter", amina.id().toString(), "reason", "hat zugesagt")
                .hasStatus(303)
                .hasHeader("Location", "/dashboard?done=chosen");
        seconds(2);
        amina.isRinging().accepts();
        seconds(5);
        doctor.talksWith(amina);
        assertThat(reasons("interpreter_chosen")).containsExactly("hat zugesagt");
    }

    @Test
    void aCallThatWaitsIsEndedAndSaysSo() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        amina.isRinging();
        var browser = signedIn(Role.COORDINATOR);
        var page = "/dashboard/calls/" + newestCall();
        browser.opens(page).hasStatus(200);
        assertThat(browser.sends(page + "/end", "reason", "").hasStatus(422).body())
                .contains("id=\"end-reason-problem\"");
        browser.sends(page + "/end", "reason", "hängt").hasStatus(303).hasHeader("Location", "/dashboard?done=ended");
        settle();
        amina.isIdle();
        doctor.hears("Die Koordinierungsstelle hat diesen Anruf beendet");
        seconds(30);
        doctor.isIdle();
        sessions().count(1).latestHas("outcome", "ended_by_coordinator");
        assertThat(reasons("call_ended")).containsExactly("hängt");
        assertThat(board(browser)).contains("Niemand wartet.");
        browser.opens(page).hasStatus(303).hasHeader("Location", "/dashboard?done=gone");
        assertThat(browser.opens("/dashboard?done=gone").body()).contains("Dieser Anruf ist inzwischen vorbei");
        browser.sends(page + "/end", "reason", "noch einmal")
                .hasStatus(303)
                .hasHeader("Location", "/dashboard?done=gone");
        assertThat(browser.opens(page + "/progress").hasStatus(200).body()).contains("Dieser Anruf ist vorbei.");
        assertThat(reasons("call_ended")).containsExactly("hängt");
    }

    @Test
    void aConversationIsEndedForBoth() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        seconds(60);

        post("/api/v1/calls/" + newestCall() + "/end", Body.of()).hasStatus(202);
        settle();
        doctor.hears("Vielen Dank");
        seconds(30);

        doctor.isIdle();
        amina.isIdle();
        sessions()
                .count(1)
                .latestHas("outcome", "connected")
                .latestHas("interpreterId", amina.id().toString());
        post("/api/v1/calls/" + newestCall() + "/end", Body.of()).isProblem(409);
        post("/api/v1/calls/" + UUID.randomUUID() + "/end", Body.of()).isProblem(404);
    }

    @Test
    void aCallWhoseEndNobodyToldUsIsEndedToo() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        amina.accepts();
        seconds(5);
        NETWORK.interfere(Mishap.everyWebhook(Delivery.lost()));
        doctor.hangsUp();
        amina.hangsUp();
        assertThat(board(signedIn(Role.VIEWER))).contains("im Gespräch");

        post("/api/v1/calls/" + newestCall() + "/end", Body.of()).hasStatus(202);
        seconds(60);

        amina.isIdle();
        nobodyIsReserved();
        sessions().latestHas("outcome", "connected");
        assertThat(board(signedIn(Role.VIEWER))).contains("Gerade spricht niemand.", "Niemand wartet.");
    }

    @Test
    void viewersLookAndDoNotStepIn() {
        practice().dials(line).presses("1");
        var page = "/dashboard/calls/" + newestCall();
        var viewer = signedIn(Role.VIEWER);
        viewer.opens(page).hasStatus(403);
        viewer.opens(page + "/progress").hasStatus(403);
        viewer.opens("/dashboard");
        for (var deed : List.of("/transfer", "/interpreter", "/end")) {
            viewer.sends(page + deed, "destination", "coordinator", "reason", "x")
                    .hasStatus(403);
        }
        signedIn(Role.COORDINATOR).sends(page + "/end", "reason", "darf es").hasStatus(303);
        assertThat(reasons("call_ended")).containsExactly("darf es");
    }

    /** What the board says, without its markup. */
    private static String board(FormBrowser browser) {
        return text(browser.opens("/dashboard/board").hasStatus(200).body());
    }

    private static String text(String page) {
        return TAG.matcher(page).replaceAll(" ").replaceAll("\\s+", " ");
    }

    private static String figure(FormBrowser browser, String name) {
        var found = Pattern.compile(Pattern.quote(name) + " (\\S+)").matcher(board(browser));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String nameOf(Person interpreter) {
        return get("/api/v1/interpreters/" + interpreter.id()).text("name");
    }

    private FormBrowser signedIn(Role role) {
        var browser = browser();
        signIn(browser, role);
        browser.opens("/dashboard").hasStatus(200);
        return browser;
    }

    private FormBrowser browser() {
        return new FormBrowser(anonymous()
                .mutate()
                .defaultHeader(
                        "X-Forwarded-For",
                        "203.1.%d.7".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 250)))
                .defaultHeader("Accept-Language", "de")
                .build());
    }

    /** Whoever coordinates needs no second factor here: that she does is shown elsewhere. Her cookie. */
    private String signIn(FormBrowser browser, Role role) {
        var mail = "s" + UUID.randomUUID() + "@landkreis.example";
        administration
                .admit(new DistrictId(presentDistrict()), "Karin Vogel", new MailAddress(mail), role, PASSWORD)
                .block();
        browser.opens("/dashboard/sign-in").hasStatus(200);
        var answer = browser.sends("/dashboard/sign-in", "mail", mail, "password", PASSWORD)
                .hasStatus(303);
        database()
                .sql("update staff_session set complete = true"
                        + " where staff_id = (select id from staff where mail = :mail)")
                .bind("mail", mail)
                .then()
                .block();
        return answer.cookies().stream()
                .filter(cookie -> cookie.getName().equals("dashboard"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .findFirst()
                .orElseThrow();
    }

    private List<String> reasons(String action) {
        return database()
                .sql("select reason from audit_entry where district_id = :district and action = :action order by id")
                .bind("district", presentDistrict())
                .bind("action", action)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    /** How often somebody of the district's staff is recorded to have seen her. */
    private int lookedAt(Person interpreter) {
        return database()
                .sql("select count(*) from audit_entry where district_id = :district and action = 'viewed'"
                        + " and shown @> array[:who::uuid]")
                .bind("district", presentDistrict())
                .bind("who", interpreter.id())
                .mapValue(Integer.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
