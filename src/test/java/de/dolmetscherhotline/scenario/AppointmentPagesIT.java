package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.FormBrowser;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What members of an organisation do about appointments in the portal, without JavaScript. */
class AppointmentPagesIT extends AppointmentScriptIT {

    private static final String PAGES = "/portal/appointments";
    private static final String PASSWORD = "vier Worte und ein Fisch";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Pattern ADDRESS = Pattern.compile("id=\"calendar-address\">([^<]+)<");
    private static final Pattern FEED = Pattern.compile("/calendar/([0-9a-f-]{36})/renewal");
    private static final Pattern NEW_FEED = Pattern.compile("/calendar/([0-9a-f-]{36})\"");
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    /** A browser of a new member of this organisation, in a network of its own. */
    private FormBrowser memberOf(Person organisation) {
        var mail = "m" + UUID.randomUUID() + "@praxis.example";
        var code = post(
                        "/api/v1/organisations/" + organisation.id() + "/members",
                        Body.of("name", "Petra Lindner", "mail", mail))
                .hasStatus(201)
                .text("invitationCode");
        var browser = new FormBrowser(anonymous()
                .mutate()
                .defaultHeader("X-Forwarded-For", "203.0.113." + NETWORKS.incrementAndGet())
                .defaultHeader("Accept-Language", "de")
                .responseTimeout(Duration.ofSeconds(30))
                .build());
        browser.opens("/portal/invitation").hasStatus(200);
        browser.sends("/portal/invitation", "code", code, "password", PASSWORD).hasStatus(303);
        return browser;
    }

    /** On site, in three days at two; with other values for these fields. */
    private String[] filledIn(String... changed) {
        var fields = new LinkedHashMap<String, String>(Map.of(
                "kind", "on_site",
                "date", day().toString(),
                "time", "14:00",
                "minutes", "60",
                "municipality", "Helmstedt",
                "address", "Südertor 6",
                "language", "ar",
                "repeatWeekly", "1",
                "caseReference", "2026/0815"));
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    /** Opens the form, sends it, and answers the path of the new appointment. */
    private String asks(FormBrowser browser, String... changed) {
        browser.opens(PAGES + "/new").hasStatus(200);
        return sends(browser, changed);
    }

    private String sends(FormBrowser browser, String... changed) {
        var answer = browser.sends(PAGES, filledIn(changed)).hasStatus(303);
        settle();
        return location(answer).getPath();
    }

    private static URI location(Answer answer) {
        return Objects.requireNonNull(answer.headers().getLocation());
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private List<String> all(Person organisation) {
        return JsonPath.read(
                get(APPOINTMENTS + "?organisationId=" + organisation.id()).body(), "$[*].id");
    }

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
        assertThat(answers.stream().map(AppointmentPagesIT::location).distinct())
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

    private static List<Answer> atOnce(Supplier<Answer> one, Supplier<Answer> other) {
        var first = CompletableFuture.supplyAsync(one);
        var second = CompletableFuture.supplyAsync(other);
        return List.of(first.join(), second.join());
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
                .contains("id=\"cancellation-problem\"", "x".repeat(301));

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
        post(
                        "/api/v1/interpreters/" + amina.id() + "/absences",
                        Body.of("firstDay", day().toString(), "lastDay", day().toString()))
                .hasStatus(201);
        settle();

        assertThat(browser.opens(path).body()).contains("Zugesagt, aber fraglich", "Als abwesend gemeldet");
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
    }

    @Test
    void aCalendarIsReadAtAnAddressThatIsShownOnceRenewedAndRevoked() {
        var browser = memberOf(practice());
        var appointment = id(asks(browser));
        var made = browser.opens(PAGES + "/calendar").hasStatus(200).body();
        var key = found(NEW_FEED, made);
        var first = found(
                ADDRESS,
                browser.sends(PAGES + "/calendar/" + key).hasStatus(200).body());
        assertThat(calendar(first).hasStatus(200).body()).contains("UID:" + appointment);

        var again = found(
                ADDRESS,
                browser.sends(PAGES + "/calendar/" + key).hasStatus(200).body());
        calendar(first).hasStatus(404);
        var list = browser.opens(PAGES + "/calendar").body();
        assertThat(list).doesNotContain(again);
        var feed = found(FEED, list);
        var renewed = found(
                ADDRESS,
                browser.sends(PAGES + "/calendar/" + feed + "/renewal")
                        .hasStatus(200)
                        .body());
        calendar(again).hasStatus(404);
        calendar(renewed).hasStatus(200);
        var stranger = memberOf(practice());
        stranger.opens(PAGES + "/calendar");
        stranger.sends(PAGES + "/calendar/" + feed + "/renewal").isProblem(404);
        stranger.sends(PAGES + "/calendar/" + feed + "/revocation").isProblem(404);
        stranger.sends(PAGES + "/calendar/" + feed).isProblem(404);
        calendar(renewed).hasStatus(200);

        browser.sends(PAGES + "/calendar/" + feed + "/revocation").hasStatus(303);
        calendar(renewed).hasStatus(404);
        assertThat(browser.opens(PAGES + "/calendar?done=revoked").body()).doesNotContain("Adressen in Gebrauch");
    }

    private Answer calendar(String address) {
        return Answer.to(anonymous().get().uri(URI.create(address).getPath()));
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    @Test
    void anAppointmentIsACalendarFileAndOnlyOfItsOwnOrganisation() {
        var browser = memberOf(practice());
        var path = asks(browser);
        var file = browser.opens(path + ".ics").hasStatus(200);
        assertThat(file.headers().getFirst("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(file.body()).contains("UID:" + id(path));

        var stranger = memberOf(practice());
        stranger.opens(path).isProblem(404);
        stranger.opens(path + ".ics").isProblem(404);
        stranger.opens(PAGES + "/new");
        stranger.sends(path + "/cancellation").isProblem(404);
        stranger.sends(path + "/substitution", "round", "1").isProblem(404);
        stranger.sends(path + "/no-show", "absent", "person").isProblem(404);
        assertThat(stranger.opens(PAGES + "/new?like=" + id(path))
                        .hasStatus(200)
                        .body())
                .doesNotContain("2026/0815");
        assertThat(status(id(path))).isEqualTo("open");
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
