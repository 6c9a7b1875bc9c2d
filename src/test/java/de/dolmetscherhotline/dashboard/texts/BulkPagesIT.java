package de.dolmetscherhotline.dashboard.texts;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.pool.TextSelection;
import de.dolmetscherhotline.privacy.Retention;
import de.dolmetscherhotline.privacy.RetentionSettings;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffIT;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

/** Texts of a coordinator to many. */
class BulkPagesIT extends StaffIT {

    private static final String PATH = "/dashboard/texts";
    private static final String BODY = "Am 3. Dezember um 18 Uhr treffen wir uns im Rathaus. Kommen Sie?";

    @Autowired
    private List<Retention> kept;

    @Autowired
    private RetentionSettings settings;

    @Autowired
    private TextSelection selection;

    @AfterEach
    void nobodyIsTextedInOtherTests() {
        sql("delete from work where kind = 'text'");
    }

    @Test
    void aTextIsLookedAtThenSentOnceToThoseWhoWereShown() {
        var amina = member("Amina Haddad", Numbers.mobile(), "ar");
        var olena = member("Olena Kovalenko", Numbers.mobile(), "uk");
        member("Fester Anschluss", Numbers.landline(), "ar");
        var stopped = member("Stille Person", Numbers.mobile(), "ar");
        stop(stopped);
        var failing = member("Nicht Erreichbar", Numbers.mobile(), "ar");
        sql("update interpreter set number_failed_at = '" + now() + "' where id = '" + failing + "'");
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(PATH + "/new").hasStatus(200);
        var preview = preview(browser, "language", "ar", "body", BODY);
        assertThat(preview.hasStatus(200).body())
                .contains("id=\"count\">1<", "id=\"segments\">1<", "Ausgelassen: 3", "Amina Haddad")
                .contains("keine Mobilnummer", "hat STOP geschrieben", "Nummer zuletzt nicht erreichbar")
                .contains("Der Preis je Teil ist nicht eingestellt")
                .doesNotContain("Olena");
        var sent = browser.sends(PATH, "reason", "Einladung zum Treffen").hasStatus(303);
        browser.sends(PATH).hasHeader("Location", String.valueOf(sent.headers().getFirst("Location")));
        assertThat(texts(amina)).containsExactly("[\"" + BODY + "\"]");
        assertThat(texts(olena)).isEmpty();
        assertThat(texts(stopped)).isEmpty();
        assertThat(browser.opens(String.valueOf(sent.headers().getFirst("Location")))
                        .hasStatus(200)
                        .body())
                .contains(BODY, "Amina Haddad", "wartet", "Die Nachrichten sind unterwegs");
        assertThat(browser.opens(PATH).hasStatus(200).body()).contains(BODY, "an 1", "Karin Vogel");
        assertThat(entries()).containsExactly("1 texts: Einladung zum Treffen");
    }

    @Test
    void whoeverSaysStopAfterThePreviewGetsNothing() {
        var amina = member("Amina Haddad", Numbers.mobile(), "ar");
        var other = member("Rana Aziz", Numbers.mobile(), "ar");
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(PATH + "/new");
        preview(browser, "body", BODY).hasStatus(200);
        stop(amina);
        browser.sends(PATH).hasStatus(303);
        assertThat(texts(amina)).isEmpty();
        assertThat(texts(other)).hasSize(1);
    }

    @Test
    void quietHoursAreWaitedFor() {
        var amina = member("Amina Haddad", Numbers.mobile(), "ar");
        var there = LocalTime.ofInstant(now(), ZoneId.of("Europe/Berlin"))
                .withSecond(0)
                .withNano(0);
        sql("update interpreter set quiet_from = '" + there.minusHours(1) + "', quiet_to = '" + there.plusHours(2)
                + "' where id = '" + amina + "'");
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(PATH + "/new");
        assertThat(preview(browser, "body", BODY).body()).contains("nach der Ruhezeit");
        browser.sends(PATH).hasStatus(303);
        assertThat(due()).isAfter(now().plusSeconds(3600)).isBefore(now().plusSeconds(3 * 3600));
    }

    @Test
    void theListOfThePoolLeadsToThoseWhomItShowsAndNobodyElse() {
        var amina = member("Amina Haddad", Numbers.mobile(), "ar");
        var rana = member("Rana Aziz", Numbers.mobile(), "ar");
        var browser = signedIn(Role.COORDINATOR);
        assertThat(browser.opens("/dashboard/interpreters?language=ar&name=Haddad")
                        .hasStatus(200)
                        .body())
                .contains("/dashboard/texts/to?name=Haddad&amp;language=ar");
        assertThat(browser.opens(PATH + "/to?name=Haddad&language=ar")
                        .hasStatus(200)
                        .body())
                .contains("Nur an die Ausgewählten (1)");
        preview(browser, "ids", browser.hidden().getOrDefault("ids", ""), "body", BODY)
                .hasStatus(200);
        browser.sends(PATH).hasStatus(303);
        assertThat(texts(amina)).hasSize(1);
        assertThat(texts(rana)).isEmpty();
        browser.opens(PATH + "/to?level=zz").hasStatus(422);
    }

    @Test
    void aSelectionThatHasBecomeEmptyNeverBecomesEverybody() {
        member("Amina Haddad", Numbers.mobile(), "ar");
        var browser = signedIn(Role.COORDINATOR);
        assertThat(browser.opens(PATH + "/to?name=Niemand").hasStatus(422).body())
                .contains("trifft niemand mehr zu", "/dashboard/interpreters?name=Niemand")
                .doesNotContain("name=\"body\"");
        for (var nobody :
                List.of(browser.opens(PATH + "/new?ids=nonsense"), preview(browser, "ids", ",", "body", " "))) {
            assertThat(nobody.hasStatus(422).body())
                    .contains("trifft niemand mehr zu")
                    .doesNotContain("name=\"body\"");
        }
        var nobody = new TextSelection.Wanted(new DistrictId(itsDistrict()), Set.of(), null, null, null, null);
        assertThat(selection.find(nobody).collectList().block()).isEmpty();
    }

    @Test
    void aWordThatMeansNothingChoosesNobody() {
        member("Amina Haddad", Numbers.mobile(), "ar");
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(PATH + "/new");
        for (var nothing : List.of("language", "role", "status", "ids")) {
            preview(browser, nothing, "nonsense", "body", BODY).hasStatus(422);
        }
    }

    @Test
    void theSelectionIsNarrowedDown() {
        var amina = member("Amina Haddad", Numbers.mobile(), "ar");
        member("Olena Kovalenko", Numbers.mobile(), "uk");
        var browser = signedIn(Role.COORDINATOR);
        assertThat(browser.opens(PATH + "/new?ids=" + amina + ",nonsense")
                        .hasStatus(200)
                        .body())
                .contains("Nur an die Ausgewählten (1)");
        for (var selection : List.of(
                new String[] {"language", "ar"},
                new String[] {"ids", amina.toString()},
                new String[] {"role", "volunteer", "language", "ar"},
                new String[] {"status", "active", "municipality", "helmstedt", "language", "ar"})) {
            assertThat(preview(browser, with(selection)).hasStatus(200).body())
                    .contains("Amina Haddad")
                    .doesNotContain("Olena Kovalenko");
        }
        assertThat(preview(browser, with("status", "resting")).body()).contains("So bekommt niemand die Nachricht");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsLost() {
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(PATH + "/new");
        assertThat(preview(browser, "language", "ar", "body", " ")
                        .hasStatus(422)
                        .body())
                .contains("id=\"body-problem\"", "<option value=\"ar\" selected");
        assertThat(preview(browser, "body", "x".repeat(601)).hasStatus(422).body())
                .contains("höchstens 600", "x".repeat(601));
        assertThat(browser.sends(PATH, "body", BODY, "id", UUID.randomUUID().toString(), "to", "")
                        .hasStatus(422)
                        .body())
                .contains(BODY);
        assertThat(browser.sends(PATH + "/new", "body", BODY, "language", "uk")
                        .hasStatus(200)
                        .body())
                .contains(BODY, "<option value=\"uk\" selected");
        assertThat(browser.opens(PATH).body()).contains("Noch nichts");
    }

    @Test
    void viewersLookAndAnotherDistrictSeesAndReachesNobody() {
        var amina = member("Amina Haddad", Numbers.mobile(), "ar");
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(PATH + "/new");
        preview(browser, "body", BODY);
        var sent = String.valueOf(browser.sends(PATH).headers().getFirst("Location"));
        var viewer = signedIn(Role.VIEWER);
        viewer.opens(PATH).hasStatus(200);
        viewer.opens(sent).hasStatus(200);
        viewer.opens(PATH + "/new").hasStatus(403);
        viewer.sends(PATH + "/preview", "body", BODY).hasStatus(403);
        viewer.sends(PATH, "body", BODY).hasStatus(403);
        var elsewhere = signedInElsewhere();
        assertThat(elsewhere.opens(PATH).body()).doesNotContain(BODY);
        elsewhere.opens(sent).hasStatus(404);
        elsewhere.opens(PATH + "/new");
        assertThat(preview(elsewhere, "body", BODY, "ids", amina.toString()).body())
                .contains("So bekommt niemand die Nachricht")
                .doesNotContain("Amina");
        sends(elsewhere, PATH, "body", BODY, "id", UUID.randomUUID().toString(), "to", amina.toString())
                .hasStatus(422);
        assertThat(texts(amina)).hasSize(1);
    }

    @Test
    void whatWasWrittenIsForgottenWhenItsTimeHasCome() {
        var amina = member("Amina Haddad", Numbers.mobile(), "ar");
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(PATH + "/new");
        preview(browser, "body", BODY);
        var sent = String.valueOf(browser.sends(PATH).headers().getFirst("Location"));
        erase(now().plus(settings.texts()).minusSeconds(1));
        assertThat(texts(amina)).hasSize(1);
        erase(now().plus(settings.texts()));
        assertThat(texts(amina)).isEmpty();
        browser.opens(sent).hasStatus(404);
    }

    private void erase(Instant at) {
        kept.forEach(retention -> retention.eraseOld(at).block());
    }

    private static String[] with(String... selection) {
        var fields = new String[selection.length + 2];
        System.arraycopy(selection, 0, fields, 0, selection.length);
        fields[selection.length] = "body";
        fields[selection.length + 1] = BODY;
        return fields;
    }

    /** In a browser that has nothing hidden of a preview before. */
    private static Answer preview(FormBrowser browser, String... fields) {
        return sends(browser, PATH + "/preview", fields);
    }

    private static Answer sends(FormBrowser browser, String path, String... fields) {
        var all = new LinkedMultiValueMap<String, String>();
        all.add("_csrf", browser.hidden().getOrDefault("_csrf", ""));
        for (int i = 0; i < fields.length; i += 2) {
            all.add(fields[i], fields[i + 1]);
        }
        return browser.sends(path, all);
    }

    private UUID member(String name, String number, String language) {
        return created(
                "/api/v1/interpreters",
                Bodies.interpreter(itsDistrict())
                        .with("name", name)
                        .with("phoneNumber", number)
                        .with("languages", List.of(Map.of("tag", language, "level", "native"))));
    }

    private void stop(UUID who) {
        sql("insert into text_opt_out (district_id, number_cipher, number_index, since)"
                + " select n.district_id, n.number_cipher, t.number_index, '" + now() + "'"
                + " from texted_number t join interpreter_number n on n.interpreter_id = t.interpreter_id"
                + " where t.interpreter_id = '" + who + "'");
    }

    private List<String> texts(UUID who) {
        return database()
                .sql("select arguments::text from text_message where interpreter_id = :who and key = 'bulk'")
                .bind("who", who)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private List<String> entries() {
        return database()
                .sql("select detail || ': ' || reason from audit_entry"
                        + " where district_id = :district and action = 'added' and subject_kind = 'texts'")
                .bind("district", itsDistrict())
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private Instant due() {
        return database()
                .sql("select max(w.due_at) from work w join text_message t on w.payload::text like '%' || t.id || '%'"
                        + " join interpreter i on i.id = t.interpreter_id where i.district_id = :district")
                .bind("district", itsDistrict())
                .mapValue(Instant.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static Instant now() {
        return TestTelephony.CLOCK.instant();
    }

    private void sql(String sql) {
        database().sql(sql).then().block();
    }
}
