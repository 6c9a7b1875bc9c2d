package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What members of an organisation see of their appointments in the portal, and do about them, without JavaScript. */
class AppointmentPagesIT extends AppointmentPagesScriptIT {

    @Test
    void aMemberCancelsWithAReasonAndWhoeverIsSlowerHearsThatItWasCancelled() {
        var amina = interpreterOffDuty("ar");
        var practice = practice();
        var browser = memberOf(practice);
        var colleague = memberOf(practice);
        var path = asks(browser);
        saysYes(amina);
        pass(Duration.ofMinutes(2));
        colleague.opens(path);
        browser.opens(path);
        assertThat(browser.sends(path + "/cancellation", "reason", "x".repeat(301))
                        .hasStatus(422)
                        .body())
                .contains("id=\"cancellation-problem\"", "x".repeat(301), "href=\"" + path + "?lang=en\"");

        var done = browser.sends(path + "/cancellation", "reason", "Verlegt").hasStatus(303);
        settle();
        assertThat(browser.opens(location(done).toString()).body())
                .contains("Der Termin ist abgesagt", "durch Ihre Einrichtung", "Verlegt");
        amina.reads("ist abgesagt");
        var late = colleague.sends(path + "/cancellation").hasStatus(303);
        assertThat(colleague.opens(location(late).toString()).body()).contains("Der Termin war schon abgesagt");
        var tooLate = colleague.sends(path + "/substitution", "round", "1").hasStatus(303);
        assertThat(colleague.opens(location(tooLate).toString()).body()).contains("Das ging nicht mehr");
        assertThat(browser.opens(PAGES + "?show=over").body()).contains("Abgesagt");
        assertThat(browser.opens(PAGES).body()).contains("Keine.");
    }

    @RepeatedTest(3)
    void ofTwoMembersWhoCancelAtTheSameTimeOneDoesAndTheOtherHearsIt() {
        var practice = practice();
        var one = memberOf(practice);
        var other = memberOf(practice);
        var path = asks(one);
        one.opens(path);
        other.opens(path);

        var answers = atOnce(() -> one.sends(path + "/cancellation"), () -> other.sends(path + "/cancellation"));
        settle();

        assertThat(answers.stream().map(answer -> location(answer).getQuery()))
                .containsExactlyInAnyOrder("done=cancelled", "done=already-cancelled");
        assertThat(events(id(path))).containsOnlyOnce("cancelled");
    }

    @Test
    void whoAsksForSomebodyElseMeansHerWhomThePageShowed() {
        var two = members(2);
        var practice = practice();
        var browser = memberOf(practice);
        var colleague = memberOf(practice);
        var path = asks(browser);
        saysYes(two.getFirst());
        pass(Duration.ofMinutes(5));
        browser.opens(path);
        colleague.opens(path);

        assertThat(location(browser.sends(path + "/substitution", "reason", "Befangen"))
                        .getQuery())
                .isEqualTo("done=asking");
        settle();
        assertThat(location(colleague.sends(path + "/substitution")).getQuery()).isEqualTo("done=already-asking");
        saysYes(two.get(1));
        assertThat(location(colleague.sends(path + "/substitution")).getQuery()).isEqualTo("done=too-late");
        look(id(path)).has("interpreter.id", two.get(1).id().toString());
    }

    @Test
    void aMemberTellsThatSomebodyDidNotCome() {
        var amina = interpreterOffDuty("ar");
        var practice = practice();
        var colleague = memberOf(practice);
        var path = asks(colleague);
        saysYes(amina);
        assertThat(colleague.opens(path).hasStatus(200).body()).doesNotContain("/no-show");
        moveTo(day().atTime(14, 20));
        var browser = memberOf(practice);
        assertThat(browser.opens(path).body())
                .contains("Der Termin läuft", "/no-show")
                .doesNotContain("/cancellation");

        assertThat(browser.sends(path + "/no-show", "reason", "20 Minuten gewartet")
                        .hasStatus(422)
                        .body())
                .contains("id=\"absent-problem\"", "20 Minuten gewartet</textarea>");
        var noted = browser.sends(path + "/no-show", "absent", "interpreter", "reason", "20 Minuten gewartet")
                .hasStatus(303);
        assertThat(browser.opens(location(noted).toString()).body())
                .contains("Das ist vermerkt", "Niemand kam zum Dolmetschen", "20 Minuten gewartet");
        look(id(path)).has("status", "no_show").has("absent", "interpreter");
    }

    @Test
    void aMemberSeesThatWhoConfirmedIsRecordedAsAway() {
        var amina = interpreterOffDuty("ar");
        var browser = memberOf(practice());
        var path = asks(browser);
        saysYes(amina);
        isAway(amina, day(), day());

        assertThat(browser.opens(path).body()).contains("Zugesagt, aber fraglich", "Als abwesend gemeldet");
    }

    @Test
    void aMemberNarrowsTheListDownAndTurnsItsPages() {
        var browser = memberOf(practice());
        asks(browser, "repeatWeekly", "26", "language", "hy");
        var first = browser.opens(PAGES).hasStatus(200).body();
        assertThat(first).contains("Weiterblättern");
        assertThat(browser.opens(PAGES + "?page=1").hasStatus(200).body())
                .contains("Zurückblättern")
                .doesNotContain("Weiterblättern");

        var oneDay = "?status=&from=" + day().plusWeeks(1) + "&to=" + day().plusWeeks(1);
        assertThat(Pattern.compile("class=\"mark")
                        .matcher(browser.opens(PAGES + oneDay).body())
                        .results())
                .hasSize(1);
        assertThat(browser.opens(PAGES + "?status=confirmed").body()).contains("Keine, auf die das zutrifft");
        browser.opens(PAGES + "?show=nonsense&status=x&from=99999-1-1&to=&page=-1")
                .hasStatus(200);
        browser.opens(PAGES + "/new?like=" + "-".repeat(36)).hasStatus(200);
        browser.opens("/portal/requests/new?like=" + "-".repeat(36)).hasStatus(200);
    }

    @Test
    void ofAnAppointmentWhoseAddressWasErasedOnlyTheMunicipalityIsShown() {
        var practice = practice();
        var path = asks(memberOf(practice));
        moveTo(day().plusDays(1).atTime(10, 0));
        sql("update appointment set address = null, contact_note = null, case_reference = null, erased_at = ends_at"
                + " where id = '" + id(path) + "'");

        var browser = memberOf(practice);

        assertThat(browser.opens(path).hasStatus(200).body()).containsPattern("<dd><span\\s*>Helmstedt</span>");
        assertThat(browser.opens(PAGES + "/new?like=" + id(path)).hasStatus(200).body())
                .contains("value=\"Helmstedt\"");
    }
}
