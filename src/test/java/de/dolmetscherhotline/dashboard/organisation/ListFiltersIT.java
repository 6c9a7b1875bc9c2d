package de.dolmetscherhotline.dashboard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffIT;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lists of requests and of appointments are narrowed to. */
class ListFiltersIT extends StaffIT {

    private static final String REQUESTS = "/dashboard/requests";
    private static final String APPOINTMENTS = "/dashboard/appointments";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Pattern LINE = Pattern.compile("href=\"/dashboard/requests/([0-9a-f-]{36})\"");
    private static final Pattern ON = Pattern.compile("href=\"(/dashboard/requests\\?[^\"]*page=1)\"");
    private static final List<String> GOING_ON = List.of("searching", "ringing", "interrupted", "connected");
    private static final List<String> OUTCOMES = List.of("connected", "interrupted", "cancelled", "no_coverage");
    private static final List<String> LANGUAGES = List.of("ar", "ti");

    private final String number = Numbers.landline();

    /** What is left of them would text or ring people in other tests. */
    @AfterEach
    void nothingIsLeft() {
        sql("delete from request");
        sql("delete from appointment");
        sql("delete from work where kind like 'appointment-%' or kind = 'text'");
    }

    /** A request as this test knows it; no outcome while it goes on. */
    private record Made(
            UUID id,
            UUID organisation,
            String language,
            String status,
            @Nullable String outcome,
            Instant at) {

        private LocalDate day() {
            return LocalDate.ofInstant(at, ZONE);
        }
    }

    @Test
    void requestsAreThoseThatOneByOneComparisonFinds() {
        var practices = List.of(organisation("Praxis Dr. Lindner"), organisation("Klinikum am Elm"));
        var random = new Random(6);
        var made = new ArrayList<Made>();
        for (int i = 0; i < 130; i++) {
            made.add(request(practices.get(random.nextInt(2)), random));
        }
        var browser = signedIn(Role.VIEWER);
        var day = today().minusDays(3);
        assertFinds(browser, made, "", one -> true);
        assertFinds(browser, made, "from=" + day, one -> !one.day().isBefore(day));
        assertFinds(browser, made, "to=" + day, one -> !one.day().isAfter(day));
        assertFinds(
                browser, made, "from=" + day + "&to=" + day, one -> one.day().equals(day));
        assertFinds(browser, made, "show=open", one -> !one.status().equals("ended"));
        assertFinds(browser, made, "show=over", one -> one.status().equals("ended"));
        for (var status : GOING_ON) {
            assertFinds(browser, made, "show=" + status, one -> one.status().equals(status));
        }
        for (var outcome : OUTCOMES) {
            assertFinds(browser, made, "outcome=" + outcome, one -> outcome.equals(one.outcome()));
        }
        assertFinds(
                browser,
                made,
                "outcome=cancelled&from=%s&to=%s&language=ti&organisation=%s"
                        .formatted(day.minusDays(1), day.plusDays(1), practices.getFirst()),
                one -> "cancelled".equals(one.outcome())
                        && one.language().equals("ti")
                        && one.organisation().equals(practices.getFirst())
                        && Math.abs(one.day().toEpochDay() - day.toEpochDay()) <= 1);
        assertThat(signedInElsewhere().opens(REQUESTS + "?from=" + day).body()).contains("Anfragen: 0");
    }

    /** Also on its other pages, to which the page itself leads. */
    private static void assertFinds(FormBrowser browser, List<Made> made, String query, Predicate<Made> wanted) {
        var expected = made.stream().filter(wanted).map(Made::id).collect(Collectors.toSet());
        assertThat(expected).as(query).isNotEmpty();
        var first = browser.opens(REQUESTS + "?" + query).hasStatus(200).body();
        assertThat(first).as(query).contains("Anfragen: " + expected.size() + "<");
        var found = new HashSet<>(shown(first));
        var address = ON.matcher(first);
        if (expected.size() > 50) {
            assertThat(address.find()).as(query).isTrue();
            var on = address.group(1).replace("&amp;", "&");
            found.addAll(shown(browser.opens(on).hasStatus(200).body()));
            found.addAll(shown(browser.opens(on.replace("page=1", "page=2")).body()));
        }
        assertThat(found).as(query).isEqualTo(expected);
    }

    private static Set<UUID> shown(String page) {
        return LINE.matcher(page)
                .results()
                .map(line -> UUID.fromString(line.group(1)))
                .collect(Collectors.toSet());
    }

    @Test
    void appointmentsAreNarrowedToLocalDays() {
        var practice = organisation("Praxis Dr. Lindner");
        var first = book(practice, 10, "00:15");
        var second = book(practice, 11, "14:00");
        var third = book(practice, 12, "23:30");
        var browser = signedIn(Role.VIEWER);
        assertThat(appointments(browser, 10, 11))
                .contains("Termine: 2", first.toString(), second.toString())
                .doesNotContain(third.toString());
        assertThat(appointments(browser, 12, 12)).contains("Termine: 1", third.toString());
        assertThat(appointments(browser, 13, 20)).as("its last half hour").contains("Termine: 1", third.toString());
        assertThat(appointments(browser, 14, 20)).contains("Termine: 0");
        assertThat(browser.opens(APPOINTMENTS + "?to=" + today().plusDays(10)).body())
                .contains("Termine: 1", first.toString());
    }

    private static String appointments(FormBrowser browser, int from, int to) {
        return browser.opens(APPOINTMENTS + "?from=" + today().plusDays(from) + "&to=" + today().plusDays(to))
                .hasStatus(200)
                .body();
    }

    @ParameterizedTest
    @CsvSource({
        "/dashboard/requests, from, gestern",
        "/dashboard/requests, to, 2026-02-30",
        "/dashboard/requests, to, +12026-01-01",
        "/dashboard/requests, show, weg",
        "/dashboard/requests, show, ended",
        "/dashboard/requests, outcome, unknown_line",
        "/dashboard/requests, language, xx",
        "/dashboard/requests, organisation, 5f0c2c5e-8a1b-4c3d-9e0f-112233445566",
        "/dashboard/appointments, to, 0000-01-01",
        "/dashboard/appointments, show, weg",
        "/dashboard/appointments, status, weg",
        "/dashboard/appointments, organisation, Lindner"
    })
    void whatIsNotUnderstoodIsWrongAndShowsNothing(String path, String field, String typed) {
        var practice = organisation("Praxis Dr. Lindner");
        var request = request(practice, new Random(1));
        var browser = signedIn(Role.VIEWER);
        var page = browser.opens(path + "?" + field + "={typed}", typed)
                .hasStatus(422)
                .body();
        assertThat(page)
                .contains("id=\"" + field + "-problem\"", "Bitte sehen Sie sich")
                .doesNotContain(request.id().toString(), "/export");
        browser.opens(path + "/export?format=csv&" + field + "={typed}", typed).hasStatus(422);
    }

    @ParameterizedTest
    @CsvSource({REQUESTS, APPOINTMENTS})
    void daysBackwardsAreWrongAndStayTyped(String path) {
        assertThat(signedIn(Role.VIEWER)
                        .opens(path + "?from=2026-11-30&to=2026-11-29")
                        .hasStatus(422)
                        .body())
                .contains("id=\"to-problem\"", "value=\"2026-11-30\"", "value=\"2026-11-29\"", "vor dem ersten")
                .doesNotContain("id=\"from-problem\"");
    }

    private UUID organisation(String name) {
        return created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        itsDistrict(),
                        "name",
                        name,
                        "kind",
                        "practice",
                        "municipality",
                        "Helmstedt",
                        "phoneNumbers",
                        List.of(Numbers.landline())));
    }

    private UUID book(UUID organisation, int days, String time) {
        return created(
                "/api/v1/appointments",
                Body.of(
                        "organisationId",
                        organisation,
                        "kind",
                        "on_site",
                        "date",
                        today().plusDays(days).toString(),
                        "time",
                        time,
                        "minutes",
                        60,
                        "municipality",
                        "Helmstedt",
                        "address",
                        "Südertor 6",
                        "language",
                        "ar"));
    }

    /** In the last week; every second at the first or the last moment of a day. */
    private Made request(UUID organisation, Random random) {
        var midnight = today().minusDays(random.nextInt(7)).atStartOfDay(ZONE).toInstant();
        var at = random.nextBoolean()
                ? midnight.minusMillis(random.nextInt(2))
                : midnight.minusSeconds(random.nextInt(LocalTime.MAX.toSecondOfDay()));
        var over = random.nextBoolean();
        var call = UUID.randomUUID();
        var made = new Made(
                UUID.randomUUID(),
                organisation,
                LANGUAGES.get(random.nextInt(LANGUAGES.size())),
                over ? "ended" : GOING_ON.get(random.nextInt(GOING_ON.size())),
                over ? OUTCOMES.get(random.nextInt(OUTCOMES.size())) : null,
                at);
        if (over) {
            sql("""
                    insert into call (id, district_id, organisation_id, state_name, state, dialled_at, ended_at, origin,
                                      emergency, language, outcome)
                    values ('%s', '%s', '%s', 'Ended', '{}', '%s', '%s', 'request', false, '%s', '%s')
                    """.formatted(
                            call,
                            itsDistrict(),
                            organisation,
                            at,
                            at.plus(Duration.ofMinutes(5)),
                            made.language(),
                            made.outcome()));
        }
        sql("""
                insert into request (id, organisation_id, call_id, language, phone_number, status, requested_at, status_since)
                values ('%s', '%s', %s, '%s', '%s', '%s', '%s', '%s')
                """.formatted(
                        made.id(),
                        organisation,
                        over ? "'" + call + "'" : "null",
                        made.language(),
                        number,
                        made.status(),
                        at,
                        at));
        return made;
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(TestTelephony.CLOCK.instant(), ZONE);
    }

    private void sql(String sql) {
        database().sql(sql).then().block();
    }
}
