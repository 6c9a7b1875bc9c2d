package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.FormBrowser;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A member of an organisation asks for an appointment in the portal, without JavaScript. */
class BookingPagesIT extends AppointmentPagesScriptIT {

    @Test
    void aMemberAsksForAnAppointmentAndSeesWhoComes() {
        var amina = interpreterOffDuty("ar");
        var practice = practice();
        var browser = memberOf(practice);

        var path = asks(browser, "contactNote", "Zimmer 12", "subject", "medical");
        assertThat(browser.opens(path + "?done=booked").hasStatus(200).body())
                .contains("Wir haben Ihren Termin aufgenommen", "Wir fragen", "Südertor 6", "Zimmer 12", "2026/0815")
                .contains("Per SMS gefragt: eine Person", "Angefragt")
                .doesNotContain("kennen wir zurzeit niemanden");
        saysYes(amina);

        assertThat(browser.opens(path).hasStatus(200).body())
                .contains("Zugesagt", "id=\"interpreter\"")
                .doesNotContain(amina.phone().number(), amina.id().toString());
        assertThat(browser.opens(PAGES).hasStatus(200).body()).contains("Arabisch, Helmstedt", "Zugesagt");
        look(id(path)).has("status", "confirmed").has("history[0].actor", "organisation");
    }

    @Test
    void aFormThatIsSentTwiceIsOneAppointmentAndAChangedOneAnother() {
        var practice = practice();
        var browser = memberOf(practice);

        var first = asks(browser);
        assertThat(sends(browser)).isEqualTo(first);
        assertThat(sends(browser, "time", "15:00")).isNotEqualTo(first);

        assertThat(all(practice)).hasSize(2);
    }

    @RepeatedTest(3)
    void twoTabsThatSendTheSameFormAtTheSameTimeMakeOneSeries() {
        var practice = practice();
        var browser = memberOf(practice);
        var tab = memberOf(practice);
        browser.opens(PAGES + "/new").hasStatus(200);
        tab.opens(PAGES + "/new").hasStatus(200);
        var key = Objects.requireNonNull(browser.hidden().get("key"));

        var answers =
                atOnce(() -> browser.sends(PAGES, copied(browser, key)), () -> tab.sends(PAGES, copied(tab, key)));
        settle();

        assertThat(answers).allSatisfy(answer -> answer.hasStatus(303));
        assertThat(answers.stream().map(AppointmentPagesScriptIT::location).distinct())
                .hasSize(1);
        assertThat(all(practice)).hasSize(3);
        assertThat(browser.opens(location(answers.getFirst()).getPath()).body()).contains("Alle Termine dieser Reihe");
    }

    /** A series, in a form with this key. */
    private MultiValueMap<String, String> copied(FormBrowser browser, String key) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("_csrf", browser.hidden().get("_csrf"));
        fields.add("key", key);
        var typed = filledIn("repeatWeekly", "3");
        for (int i = 0; i < typed.length; i += 2) {
            fields.add(typed[i], typed[i + 1]);
        }
        return fields;
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost() {
        var practice = practice();
        var browser = memberOf(practice);
        browser.opens(PAGES + "/new");

        var page = browser.sends(
                        PAGES,
                        filledIn(
                                "date", "gestern",
                                "time", "halb drei",
                                "minutes", "lang",
                                "repeatWeekly", "oft",
                                "language", "",
                                "gender", "egal",
                                "address", "Markt <7>"))
                .hasStatus(422)
                .body();
        assertThat(page)
                .contains("id=\"date-problem\"", "id=\"time-problem\"", "id=\"minutes-problem\"")
                .contains("id=\"repeatWeekly-problem\"", "id=\"language-problem\"", "id=\"gender-problem\"")
                .contains("value=\"halb drei\"", "value=\"Markt &lt;7&gt;\"", "value=\"2026/0815\"");

        assertThat(browser.sends(
                                PAGES,
                                filledIn(
                                        "date",
                                        today().minusDays(9).toString(),
                                        "address",
                                        " ",
                                        "caseReference",
                                        "Frau X"))
                        .hasStatus(422)
                        .body())
                .contains("id=\"date-problem\"", "Das ist zu bald", "id=\"address-problem\"", "Bitte ausfüllen")
                .contains("id=\"caseReference-problem\"", "value=\"Frau X\"");
        assertThat(browser.sends(PAGES, filledIn("date", "2099-01-01", "minutes", "5"))
                        .hasStatus(422)
                        .body())
                .contains("zu weit voraus", "15 bis 720 Minuten");
        assertThat(browser.sends(PAGES, filledIn("kind", "phone", "phoneNumber", "+493023125999"))
                        .hasStatus(422)
                        .body())
                .contains("id=\"phoneNumber-problem\"");
        assertThat(all(practice)).isEmpty();
    }

    private static ZoneOffsetTransition nextChange(LocalDateTime after, Predicate<ZoneOffsetTransition> which) {
        return Stream.iterate(
                        BERLIN.getRules().nextTransition(after.atZone(BERLIN).toInstant()),
                        change -> BERLIN.getRules().nextTransition(change.getInstant()))
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anHourThatClocksLeaveOutIsRefusedAndOneThatComesTwiceIsTheFirst() {
        var browser = memberOf(practice());
        browser.opens(PAGES + "/new");
        var gap = nextChange(day().atStartOfDay(), ZoneOffsetTransition::isGap)
                .getDateTimeBefore()
                .plusMinutes(30);
        assertThat(browser.sends(
                                PAGES,
                                filledIn(
                                        "date",
                                        gap.toLocalDate().toString(),
                                        "time",
                                        gap.toLocalTime().toString()))
                        .hasStatus(422)
                        .body())
                .contains("id=\"time-problem\"", "Diese Uhrzeit gibt es an einem der Tage nicht");

        var twice = nextChange(day().atStartOfDay(), ZoneOffsetTransition::isOverlap)
                .getDateTimeAfter()
                .plusMinutes(30);
        var path = asks(
                browser,
                "date",
                twice.toLocalDate().toString(),
                "time",
                twice.toLocalTime().toString());
        assertThat(browser.opens(path).body()).contains("diese Stunde gibt es zweimal", "02:30–");
        look(id(path))
                .has(
                        "startsAt",
                        twice.atZone(BERLIN)
                                .withEarlierOffsetAtOverlap()
                                .toInstant()
                                .toString());
    }

    @Test
    void aLanguageThatNobodySpeaksIsTakenAndThatIsSaid() {
        var browser = memberOf(practice());

        var path = asks(browser, "language", "hy");

        assertThat(browser.opens(path).hasStatus(200).body())
                .contains("Für diesen Termin kennen wir zurzeit niemanden", "Noch niemand gefunden");
        get(APPOINTMENTS + "?unmet=true&districtId=" + presentDistrict()).has("[0].id", id(path).toString());
    }

    @RepeatedTest(3)
    void theOnlyInterpreterGoesToOneOfTwoOrganisationsThatAskForTheSameTime() {
        var amina = interpreterOffDuty("ar");
        var practice = memberOf(practice());
        var school = memberOf(practice());
        practice.opens(PAGES + "/new");
        school.opens(PAGES + "/new");
        atOnce(() -> practice.sends(PAGES, filledIn()), () -> school.sends(PAGES, filledIn("time", "14:30")))
                .forEach(answer -> answer.hasStatus(303));
        settle();
        pass(Duration.ofMinutes(2));
        var codes = amina.inbox().stream()
                .flatMap(text -> Pattern.compile("JA ([0-9]{2})").matcher(text).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(codes).hasSize(2);

        atTheSameInstant(() -> codes.forEach(code -> amina.phone().text(line, "JA " + code)));

        var pages = Stream.of(practice, school)
                .map(browser -> browser.opens(PAGES).body())
                .toList();
        assertThat(pages.stream().filter(page -> page.contains("mark accepted")))
                .hasSize(1);
        assertThat(pages.stream().filter(page -> page.contains("Wir fragen</span>")))
                .hasSize(1);
    }

    @Test
    void byTelephoneTheNumberIsChosenAndAnAppointmentIsMadeOnceMore() {
        var practice = practice();
        var browser = memberOf(practice);
        var path =
                asks(browser, "kind", "phone", "phoneNumber", practice.phone().number(), "time", "9.30");
        assertThat(browser.opens(path).body()).contains(practice.phone().number(), "09:30–10:30 Uhr");

        assertThat(browser.opens(PAGES + "/new?like=" + id(path)).hasStatus(200).body())
                .contains("id=\"kind-phone\" value=\"phone\" checked", "value=\"09:30\"", "value=\"2026/0815\"");
    }

    @Test
    void nothingIsDoneWithoutTheSecretOfTheFormOrWithoutSigningIn() {
        var practice = practice();
        var browser = memberOf(practice);
        browser.sends(PAGES, new LinkedMultiValueMap<>()).isProblem(403);
        assertThat(all(practice)).isEmpty();
        Answer.to(anonymous().get().uri(PAGES)).hasStatus(303);
    }
}
