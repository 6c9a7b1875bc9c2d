package de.dolmetscherhotline.dashboard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffIT;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What organisations need, what nobody could give them, and what coordinators do about it. */
class DemandPagesIT extends StaffIT {

    private static final String UNMET = "/dashboard/unmet-demand";
    private static final String REQUESTS = "/dashboard/requests";
    private static final String APPOINTMENTS = "/dashboard/appointments";

    private UUID practice = new UUID(0, 0);

    @BeforeEach
    void practice() {
        practice = created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        itsDistrict(),
                        "name",
                        "Praxis Dr. Lindner",
                        "kind",
                        "practice",
                        "municipality",
                        "Helmstedt",
                        "phoneNumbers",
                        List.of(Numbers.landline())));
    }

    /** What is left of them would text or ring people in other tests. */
    @AfterEach
    void nothingIsLeft() {
        sql("delete from appointment");
        sql("delete from work where kind like 'appointment-%' or kind = 'text'");
    }

    @Test
    void unmetDemandIsDealtWithOnceAndLeadsToWhoCouldBeWon() {
        var call = unmetCall("ti");
        var appointment = book("ti");
        sql("update appointment set status = 'open' where id = '" + appointment + "'");
        member("Selam Tesfay", "ti", "in_training");
        member("Yonas Haile", "ti", "left");
        var browser = signedIn(Role.COORDINATOR);
        assertThat(browser.opens(UNMET).hasStatus(200).body())
                .contains("Noch offen: 2", "Tigrinya", "niemand bereit", "seit 3 Tagen", "Praxis Dr. Lindner")
                .contains(UNMET + "/calls/" + call + "/settled", UNMET + "/appointments/" + appointment + "/settled");
        assertThat(browser.opens(UNMET + "?language=ar").body()).doesNotContain("/calls/" + call);
        assertThat(browser.sends(UNMET + "/calls/" + call + "/settled", "note", "x".repeat(501))
                        .hasStatus(422)
                        .body())
                .contains("id=\"note-problem\"", "x".repeat(501));
        browser.sends(UNMET + "/calls/" + call + "/settled", "note", "zurückgerufen, Termin vereinbart")
                .hasHeader("Location", UNMET + "?done=settled");
        browser.sends(UNMET + "/appointments/" + appointment + "/settled").hasStatus(303);
        assertThat(browser.opens(UNMET).body()).contains("Noch offen: 0", "Alles erledigt");
        assertThat(browser.opens(UNMET + "?show=settled").body())
                .contains("zurückgerufen, Termin vereinbart", "ohne Notiz");
        assertThat(browser.opens(UNMET + "/recruiting").hasStatus(200).body())
                .contains("Tigrinya", ">2</td>", "zu wenige", "Selam Tesfay", "in Schulung, Muttersprache")
                .doesNotContain("Yonas Haile");
        assertThat(browser.opens(UNMET + "/recruiting/export").hasStatus(200).body())
                .contains("Tigrinya", "Selam Tesfay", "Vergeblich gesucht");
        assertThat(trail()).contains("changed", "exported");
    }

    @Test
    void whoeverIsTooLateSeesWhatIsLeftAndWhatSheTyped() {
        var call = unmetCall("ti");
        var appointment = book("ti");
        sql("update appointment set status = 'open' where id = '" + appointment + "'");
        var next = unmetCall("ti");
        var late = signedIn(Role.COORDINATOR);
        late.opens(UNMET).hasStatus(200);
        var other = signedIn(Role.COORDINATOR);
        other.opens(UNMET).hasStatus(200);
        for (var need : List.of("/calls/" + call, "/appointments/" + appointment)) {
            other.sends(UNMET + need + "/settled", "note", "zurückgerufen").hasStatus(303);
            assertThat(late.sends(UNMET + need + "/settled", "note", "Nummer <falsch>")
                            .hasStatus(409)
                            .body())
                    .contains("schon jemand erledigt", "Ihre Notiz: Nummer &lt;falsch&gt;", "/calls/" + next)
                    .doesNotContain(need + "/settled");
        }
        assertThat(late.sends(UNMET + "/calls/" + call + "/settled")
                        .hasStatus(409)
                        .body())
                .contains("schon jemand erledigt")
                .doesNotContain("Ihre Notiz");
        assertThat(late.opens(UNMET + "?show=settled").body())
                .contains("zurückgerufen")
                .doesNotContain("falsch");
        var stranger = signedInElsewhere();
        stranger.opens(UNMET);
        for (var nothing : List.of("/calls/" + call, "/appointments/" + appointment, "/calls/" + UUID.randomUUID())) {
            stranger.sends(UNMET + nothing + "/settled", "note", "x").hasStatus(404);
        }
    }

    @Test
    void everyNeedIsCountedAndFoundByItsLanguageHoweverManyAreOlder() {
        unmetCalls(100, "ti");
        var newest = unmetCall("so");
        var browser = signedIn(Role.COORDINATOR);
        assertThat(browser.opens(UNMET).hasStatus(200).body())
                .contains("Noch offen: 101", "Tigrinya <strong>100</strong>", "Somali <strong>1</strong>", "page=1")
                .doesNotContain("/calls/" + newest);
        assertThat(browser.opens(UNMET + "?page=1").body())
                .contains("/calls/" + newest, "page=0")
                .doesNotContain("page=2");
        assertThat(browser.sends(UNMET + "/calls/" + newest + "/settled", "note", "x".repeat(501))
                        .hasStatus(422)
                        .body())
                .contains("/calls/" + newest, "x".repeat(501));
        assertThat(browser.opens(UNMET + "?language=so").body())
                .contains("/calls/" + newest, "Tigrinya <strong>100</strong>", "Somali <strong>1</strong>")
                .doesNotContain("page=1");
        browser.sends(UNMET + "/calls/" + newest + "/settled")
                .hasHeader("Location", UNMET + "?done=settled&language=so");
        assertThat(browser.opens(UNMET + "?language=so").body()).contains("Alles erledigt");
        assertThat(browser.opens(UNMET + "?show=settled").body()).contains("Somali <strong>1</strong>");
    }

    @Test
    void theAppointmentsThatWereAskedForFirstAreThereHoweverManyBeginSooner() {
        var first = book("ti");
        sql("update appointment set status = 'open' where id = '" + first + "'");
        sql("""
                insert into appointment (id, district_id, organisation_id, kind, starts_at, ends_at, municipality, address,
                                         language, status, next_wave_at, created_at)
                select gen_random_uuid(), district_id, organisation_id, kind, starts_at - interval '1 day',
                       ends_at - interval '1 day', municipality, address, language, status, next_wave_at,
                       created_at + interval '1 hour'
                from appointment, generate_series(1, 100) where id = '%s'
                """.formatted(first));
        assertThat(signedIn(Role.COORDINATOR).opens(UNMET).body())
                .contains("Noch offen: 101", "/appointments/" + first + "/settled");
    }

    @Test
    void anAppointmentByTelephoneToWhichNobodyCameIsOneNeed() {
        var call = unmetCall("ti");
        var appointment = book("ti");
        sql("""
                update appointment set kind = 'phone', status = 'unfilled', call_id = '%s', begun_at = created_at,
                       address = null, municipality = null, number = '%s' where id = '%s'
                """.formatted(call, Numbers.landline(), appointment));
        var browser = signedIn(Role.COORDINATOR);
        assertThat(browser.opens(UNMET).hasStatus(200).body())
                .contains("Noch offen: 1", "Tigrinya <strong>1</strong>", "/appointments/" + appointment + "/settled")
                .doesNotContain("/calls/" + call);
        assertThat(browser.opens(UNMET + "/recruiting").body())
                .contains(">1</td>")
                .doesNotContain(">2</td>");
        browser.opens(UNMET);
        browser.sends(UNMET + "/appointments/" + appointment + "/settled").hasStatus(303);
        assertThat(browser.opens(UNMET).body()).contains("Noch offen: 0", "Alles erledigt");
        assertThat(browser.opens(UNMET + "?show=settled").body()).containsOnlyOnce("<span class=\"reason\">");
    }

    @Test
    void whatNobodySpeaksIsForAnAdvertisement() {
        unmetCall("so");
        assertThat(signedIn(Role.VIEWER).opens(UNMET + "/recruiting").body())
                .contains("Somali", "Hier hilft ein Aufruf");
    }

    @Test
    void aRequestIsCancelledWithAReason() {
        created(
                "/api/v1/lines",
                Body.of("districtId", itsDistrict(), "number", Numbers.landline(), "languages", List.of("ar")));
        var id = created("/api/v1/requests", Body.of("organisationId", practice, "language", "ar"));
        var browser = signedIn(Role.COORDINATOR);
        assertThat(browser.opens(REQUESTS + "?show=open&language=ar&organisation=" + practice)
                        .hasStatus(200)
                        .body())
                .contains("Anfragen: 1", "Arabisch", "Praxis Dr. Lindner", id.toString());
        assertThat(browser.opens(REQUESTS + "?language=uk").body()).contains("Anfragen: 0");
        assertThat(browser.opens(REQUESTS + "?show=over").body()).contains("Anfragen: 0");
        browser.opens(REQUESTS + "/" + id).hasStatus(200);
        assertThat(browser.sends(REQUESTS + "/" + id + "/cancellation", "reason", "")
                        .hasStatus(422)
                        .body())
                .contains("cancel-reason-problem");
        browser.sends(REQUESTS + "/" + id + "/cancellation", "reason", "Praxis hat abgesagt")
                .hasHeader("Location", REQUESTS + "/" + id + "?done=cancelled");
        get("/api/v1/requests/" + id).has("outcome", "cancelled");
        assertThat(browser.opens(REQUESTS + "/" + id + "?done=cancelled").body())
                .contains("Anfrage zurückgezogen", "Die Anfrage ist zurückgezogen");
        browser.sends(REQUESTS + "/" + id + "/cancellation", "reason", "doppelt gesendet")
                .hasStatus(303);
        sql("update request set call_id = null where id = '" + id + "'");
        assertThat(browser.sends(REQUESTS + "/" + id + "/cancellation", "reason", "noch einmal")
                        .hasStatus(409)
                        .body())
                .contains("Das geht nicht mehr", "value=\"noch einmal\"");
        assertThat(reasons()).contains("Praxis hat abgesagt");
    }

    @Test
    void anAppointmentIsGivenToSomebodyWhoSaidYesAndThenCancelled() {
        var amina = member("Amina Haddad", "ar", "active");
        var id = book("ar");
        var browser = signedIn(Role.COORDINATOR);
        assertThat(browser.opens(APPOINTMENTS + "?language=ar&status=asking&organisation=" + practice)
                        .hasStatus(200)
                        .body())
                .contains("Termine: 1", id.toString());
        assertThat(browser.opens(APPOINTMENTS + "?show=over").body()).contains("Termine: 0");
        assertThat(browser.opens(APPOINTMENTS + "?status=doubted").body()).contains("Termine: 0");
        assertThat(browser.opens(APPOINTMENTS + "/" + id).hasStatus(200).body()).contains(amina.toString());
        browser.sends(APPOINTMENTS + "/" + id + "/assignment", "interpreter", "")
                .hasStatus(422);
        browser.sends(
                        APPOINTMENTS + "/" + id + "/assignment",
                        "interpreter",
                        UUID.randomUUID().toString())
                .hasStatus(409);
        sql("update interpreter set district_id = '" + district() + "' where id = '" + amina + "'");
        browser.sends(APPOINTMENTS + "/" + id + "/assignment", "interpreter", amina.toString())
                .hasStatus(409);
        sql("update interpreter set district_id = '" + itsDistrict() + "' where id = '" + amina + "'");
        browser.sends(APPOINTMENTS + "/" + id + "/assignment", "interpreter", amina.toString())
                .hasHeader("Location", APPOINTMENTS + "/" + id + "?done=assigned");
        get("/api/v1/appointments/" + id)
                .has("status", "confirmed")
                .has("interpreter.id", amina.toString())
                .has("invitations[0].answer", "yes");
        assertThat(texts()).contains("appointment.won.on-site");
        assertThat(browser.opens(APPOINTMENTS + "/" + id).body()).contains("Amina Haddad", "Zugesagt:");
        browser.sends(APPOINTMENTS + "/" + id + "/substitution", "reason", "sie ist krank")
                .hasStatus(303);
        get("/api/v1/appointments/" + id).has("status", "asking");
        browser.sends(APPOINTMENTS + "/" + id + "/cancellation", "reason", " ").hasStatus(422);
        browser.sends(APPOINTMENTS + "/" + id + "/cancellation", "reason", "verschoben")
                .hasHeader("Location", APPOINTMENTS + "/" + id + "?done=cancelled");
        assertThat(browser.sends(APPOINTMENTS + "/" + id + "/cancellation", "reason", "noch einmal")
                        .hasStatus(409)
                        .body())
                .contains("Das ist jetzt nicht möglich");
        assertThat(reasons()).contains("sie ist krank", "verschoben");
    }

    @Test
    void whatIsOverIsNotAheadWhicheverDayIsChosen() {
        var id = book("ar");
        var browser = signedIn(Role.COORDINATOR);
        var today = LocalDate.ofInstant(TestTelephony.CLOCK.instant(), ZoneId.of("Europe/Berlin"));
        assertThat(browser.opens(APPOINTMENTS + "?from=" + today.minusDays(5)).body())
                .contains("Termine: 1", id.toString());
        assertThat(browser.opens(APPOINTMENTS + "?from=" + today.plusDays(20)).body())
                .contains("Termine: 0");
        sql("""
                update appointment
                set starts_at = starts_at - interval '12 days', ends_at = ends_at - interval '12 days',
                    created_at = created_at - interval '12 days'
                where id = '%s'
                """.formatted(id));
        assertThat(browser.opens(APPOINTMENTS + "?from=" + today.minusDays(5)).body())
                .contains("Termine: 0");
        assertThat(browser.opens(APPOINTMENTS + "?show=all&from=" + today.minusDays(5))
                        .body())
                .contains("Termine: 1");
        assertThat(browser.opens(APPOINTMENTS + "?show=over&from=" + today.minusDays(5))
                        .body())
                .contains("Termine: 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gestern", "2026-02-30", "+12026-01-01", "0000-01-01"})
    void aDayThatCannotBeReadIsWrongAndShowsNothing(String day) {
        var id = book("ar");
        assertThat(signedIn(Role.VIEWER)
                        .opens(APPOINTMENTS + "?show=all&from={day}", day)
                        .hasStatus(422)
                        .body())
                .contains("id=\"from-problem\"", "value=\"" + day + "\"", "id=\"found\"")
                .doesNotContain(id.toString(), "Termine: ");
    }

    @Test
    void whoDidNotAnswerIsAskedAgain() {
        var id = book("ar");
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(APPOINTMENTS + "/" + id);
        browser.sends(APPOINTMENTS + "/" + id + "/asking").hasStatus(409);
        sql("update appointment set status = 'open' where id = '" + id + "'");
        browser.sends(APPOINTMENTS + "/" + id + "/asking")
                .hasHeader("Location", APPOINTMENTS + "/" + id + "?done=asked");
        get("/api/v1/appointments/" + id).has("status", "asking");
        assertThat(number("select round from appointment where id = '" + id + "'"))
                .isEqualTo(2);
    }

    @Test
    void whoeverTookItAfterThePageWasShownKeepsIt() {
        var amina = member("Amina Haddad", "ar", "active");
        var rana = member("Rana Aziz", "ar", "active");
        var id = book("ar");
        var late = signedIn(Role.COORDINATOR);
        var other = signedIn(Role.COORDINATOR);
        other.opens(APPOINTMENTS + "/" + id);
        other.sends(APPOINTMENTS + "/" + id + "/assignment", "interpreter", amina.toString())
                .hasStatus(303);
        late.opens(APPOINTMENTS + "/" + id).hasStatus(200);
        other.opens(APPOINTMENTS + "/" + id);
        other.sends(APPOINTMENTS + "/" + id + "/substitution", "reason", "sie ist krank")
                .hasStatus(303);
        other.sends(APPOINTMENTS + "/" + id + "/assignment", "interpreter", rana.toString())
                .hasStatus(303);
        assertThat(late.sends(APPOINTMENTS + "/" + id + "/substitution", "reason", "Amina ist krank")
                        .hasStatus(409)
                        .body())
                .contains("Das ist jetzt nicht möglich", "value=\"Amina ist krank\"");
        get("/api/v1/appointments/" + id).has("status", "confirmed").has("interpreter.id", rana.toString());
    }

    @Test
    void theNextOfASeriesIsAskedForAtOnceWhenTheFirstIsGivenByHand() {
        var amina = member("Amina Haddad", "ar", "active");
        var id = created("/api/v1/appointments", appointment("ar").with("repeatWeekly", 3));
        assertThat(positionsToBeAskedFor(id)).containsExactly(0);
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(APPOINTMENTS + "/" + id);
        browser.sends(APPOINTMENTS + "/" + id + "/assignment", "interpreter", amina.toString())
                .hasStatus(303);
        assertThat(positionsToBeAskedFor(id)).containsExactly(0, 1);
    }

    @Test
    void whatWasDealtWithComesBackIfItIsUnmetAnew() {
        var amina = member("Amina Haddad", "ar", "active");
        var id = book("ar");
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(APPOINTMENTS + "/" + id);
        settled(browser, id);
        browser.sends(APPOINTMENTS + "/" + id + "/asking").hasStatus(303);
        settled(browser, id);
        browser.sends(APPOINTMENTS + "/" + id + "/assignment", "interpreter", amina.toString())
                .hasStatus(303);
        browser.opens(APPOINTMENTS + "/" + id);
        browser.sends(APPOINTMENTS + "/" + id + "/substitution", "reason", "sie ist krank")
                .hasStatus(303);
        settled(browser, id);
    }

    /** Nobody takes it, so it is there to be dealt with, once. */
    private void settled(FormBrowser browser, UUID appointment) {
        sql("update appointment set status = 'open' where id = '" + appointment + "'");
        assertThat(browser.opens(UNMET).body()).contains("Noch offen: 1");
        browser.sends(UNMET + "/appointments/" + appointment + "/settled", "note", "Praxis weiß Bescheid")
                .hasStatus(303);
        assertThat(browser.opens(UNMET).body()).contains("Noch offen: 0");
        assertThat(browser.opens(UNMET + "?show=settled").body()).contains("Praxis weiß Bescheid");
        browser.opens(APPOINTMENTS + "/" + appointment).hasStatus(200);
    }

    @Test
    void nothingIsNotedAboutAnAppointmentThatWasErased() {
        var id = book("ti");
        sql("""
                update appointment set status = 'unfilled', created_at = created_at - interval '20 days',
                       starts_at = starts_at - interval '20 days', ends_at = ends_at - interval '20 days',
                       address = null, erased_at = '%s' where id = '%s'
                """.formatted(now(), id));
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(UNMET).hasStatus(200);
        browser.sends(UNMET + "/appointments/" + id + "/settled", "note", "Frau Beispiel kam allein")
                .hasStatus(303);
        assertThat(browser.opens(UNMET + "?show=settled").body())
                .contains("ohne Notiz")
                .doesNotContain("Beispiel");
        assertThat(number("select count(settled_note)::int from appointment where id = '" + id + "'"))
                .isZero();
    }

    @Test
    void viewersLookAndChangeNothing() {
        var call = unmetCall("ti");
        var appointment = book("ar");
        var viewer = signedIn(Role.VIEWER);
        assertThat(viewer.opens(UNMET).hasStatus(200).body()).doesNotContain("/settled\"");
        assertThat(viewer.opens(APPOINTMENTS + "/" + appointment).hasStatus(200).body())
                .doesNotContain("/cancellation");
        viewer.opens(REQUESTS).hasStatus(200);
        viewer.sends(UNMET + "/calls/" + call + "/settled").hasStatus(403);
        viewer.sends(UNMET + "/appointments/" + appointment + "/settled").hasStatus(403);
        for (var deed : List.of("cancellation", "substitution", "asking", "assignment")) {
            viewer.sends(APPOINTMENTS + "/" + appointment + "/" + deed, "reason", "x")
                    .hasStatus(403);
        }
        viewer.sends(REQUESTS + "/" + UUID.randomUUID() + "/cancellation", "reason", "x")
                .hasStatus(403);
        get("/api/v1/appointments/" + appointment).has("status", "asking");
    }

    @Test
    void whatAnotherDistrictNeedsIsNotThere() {
        created(
                "/api/v1/lines",
                Body.of("districtId", itsDistrict(), "number", Numbers.landline(), "languages", List.of("ar")));
        var call = unmetCall("ti");
        var appointment = book("ar");
        var request = created("/api/v1/requests", Body.of("organisationId", practice, "language", "ar"));
        var browser = signedInElsewhere();
        assertThat(browser.opens(UNMET).body()).contains("Noch offen: 0").doesNotContain("Lindner");
        assertThat(browser.opens(APPOINTMENTS).body()).contains("Termine: 0").doesNotContain("Lindner");
        assertThat(browser.opens(REQUESTS).body()).contains("Anfragen: 0").doesNotContain("Lindner");
        browser.opens(APPOINTMENTS + "/" + appointment).hasStatus(404);
        browser.opens(REQUESTS + "/" + request).hasStatus(404);
        browser.opens(UNMET);
        browser.sends(UNMET + "/calls/" + call + "/settled").hasStatus(404);
        browser.sends(UNMET + "/appointments/" + appointment + "/settled").hasStatus(404);
        browser.sends(REQUESTS + "/" + request + "/cancellation", "reason", "x").hasStatus(404);
        for (var deed : List.of("cancellation", "substitution", "asking", "assignment")) {
            browser.sends(APPOINTMENTS + "/" + appointment + "/" + deed, "reason", "x")
                    .hasStatus(404);
        }
        get("/api/v1/appointments/" + appointment).has("status", "asking");
        post("/api/v1/requests/" + request + "/cancellation", Body.of()).hasStatus(204);
    }

    /** Three days ago. */
    private UUID unmetCall(String language) {
        var id = UUID.randomUUID();
        var at = TestTelephony.CLOCK.instant().minus(Duration.ofDays(3));
        sql("""
                insert into call (id, district_id, organisation_id, state_name, state, dialled_at, ended_at, origin, emergency,
                                  language, outcome)
                values ('%s', '%s', '%s', 'Ended', '{}', '%s', '%s', 'phone', false, '%s', 'no_coverage')
                """.formatted(id, itsDistrict(), practice, at, at.plusSeconds(60), language));
        return id;
    }

    /** Four days ago. */
    private void unmetCalls(int count, String language) {
        var at = TestTelephony.CLOCK.instant().minus(Duration.ofDays(4));
        sql("""
                insert into call (id, district_id, organisation_id, state_name, state, dialled_at, ended_at, origin, emergency,
                                  language, outcome)
                select gen_random_uuid(), '%s', '%s', 'Ended', '{}', '%s', '%s', 'phone', false, '%s', 'no_coverage'
                from generate_series(1, %d)
                """.formatted(itsDistrict(), practice, at, at.plusSeconds(60), language, count));
    }

    /** In ten days. */
    private UUID book(String language) {
        return created("/api/v1/appointments", appointment(language));
    }

    private Body appointment(String language) {
        var day = LocalDate.ofInstant(now(), ZoneId.of("Europe/Berlin")).plusDays(10);
        return Body.of(
                "organisationId",
                practice,
                "kind",
                "on_site",
                "date",
                day.toString(),
                "time",
                "14:00",
                "minutes",
                60,
                "municipality",
                "Helmstedt",
                "address",
                "Südertor 6",
                "language",
                language);
    }

    /** Which of a series are not to be asked for later, counted from 0. */
    private List<Integer> positionsToBeAskedFor(UUID first) {
        return database()
                .sql("""
                        select a.series_position from appointment a join appointment f using (series_id)
                        where f.id = :first and a.next_wave_at <= :now order by a.series_position""")
                .bind("first", first)
                .bind("now", now())
                .mapValue(Integer.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private UUID member(String name, String language, String status) {
        return created(
                "/api/v1/interpreters",
                Bodies.interpreter(itsDistrict())
                        .with("name", name)
                        .with("languages", List.of(Map.of("tag", language, "level", "native")))
                        .with("status", status));
    }

    private static Instant now() {
        return TestTelephony.CLOCK.instant();
    }

    private List<String> reasons() {
        return database()
                .sql("select reason from audit_entry where district_id = :district and reason is not null")
                .bind("district", itsDistrict())
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    /** Keys of the texts that were ordered for members of this district. */
    private List<String> texts() {
        return database()
                .sql("select t.key from text_message t join interpreter i on i.id = t.interpreter_id"
                        + " where i.district_id = :district")
                .bind("district", itsDistrict())
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private int number(String sql) {
        return database().sql(sql).mapValue(Integer.class).one().blockOptional().orElseThrow();
    }

    private void sql(String sql) {
        database().sql(sql).then().block();
    }
}
