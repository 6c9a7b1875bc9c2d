package de.dolmetscherhotline.availability;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.platform.SqlValues;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Words, plans, absences and preferences as the REST API shows them. */
class AvailabilityApiIT extends HotlineIT {

    private static final String INTERPRETERS = "/api/v1/interpreters";
    private static final String NOWHERE = INTERPRETERS + "/" + UUID.randomUUID();

    @Autowired
    private Clock clock;

    private String amina = "";

    @BeforeEach
    void amina() {
        amina = INTERPRETERS
                + "/"
                + created(
                        INTERPRETERS,
                        Body.of(
                                "districtId",
                                district(),
                                "name",
                                "Amina Haddad",
                                "phoneNumber",
                                Numbers.mobile(),
                                "dateOfBirth",
                                "1985-03-01",
                                "languages",
                                List.of(Map.of("tag", "ar", "level", "native")),
                                "status",
                                "active"));
    }

    @Test
    void whatIsSaidIsAnsweredWithWhatFollows() {
        get(amina + "/availability")
                .hasStatus(200)
                .has("duty", "not_on_duty")
                .has("source", "nothing")
                .has("until", null);
        put(amina + "/availability", Body.of("available", true, "until", null))
                .hasStatus(200)
                .has("available", true)
                .has("until", null)
                .has("now.duty", "on_duty")
                .has("now.source", "word");
        get(amina + "/availability")
                .has("duty", "on_duty")
                .has("source", "word")
                .has("until", null);
        get(amina).has("duty", "on_duty").has("dutyUntil", null);
    }

    @Test
    void wordMayBeginLater() {
        var from = in(2);
        var until = in(4);
        put(amina + "/availability", Body.of("available", true, "from", from, "until", until))
                .hasStatus(200)
                .has("from", from)
                .has("until", until)
                .has("now.duty", "not_on_duty")
                .has("now.until", from);
        put(amina + "/availability", Body.of("available", true, "from", "2020-01-01T00:00:00Z"))
                .hasStatus(200)
                .has("now.duty", "on_duty");
    }

    @Test
    void whenNothingThatWasSaidIsToHoldAnyMoreThePlanDecides() {
        put(amina + "/availability", Body.of("available", false)).hasStatus(200);
        delete(amina + "/availability")
                .hasStatus(200)
                .has("duty", "not_on_duty")
                .has("source", "nothing");
        get(amina).has("available", null).has("duty", "not_on_duty");
    }

    @Test
    void wordsThatMakeNoSenseAreRejected() {
        var path = amina + "/availability";
        put(path, Body.of()).rejects("available");
        put(path, Body.of("available", true, "from", "soon")).rejects("from");
        put(path, Body.of("available", true, "from", in(24 * 400))).rejects("from");
        put(path, Body.of("available", true, "from", in(4), "until", in(3))).rejects("until");
        put(path, Body.of("available", true, "from", in(4), "until", in(4))).rejects("until");
        put(path, Body.of("available", true, "until", in(0))).rejects("until");
        put(path, Body.of("available", true, "until", "2020-01-01T00:00:00Z")).rejects("until");
        put(NOWHERE + "/availability", Body.of("available", true)).isProblem(404);
        get(NOWHERE + "/availability").isProblem(404);
        delete(NOWHERE + "/availability").isProblem(404);
    }

    @Test
    void wordsForTooManyTimesAreAConflict() {
        for (int n = 0; n < 50; n++) {
            put(amina + "/availability", Body.of("available", true, "from", in(10 * n + 1), "until", in(10 * n + 2)))
                    .hasStatus(200);
        }
        put(amina + "/availability", Body.of("available", true, "from", in(1001), "until", in(1002)))
                .isProblem(409);
    }

    @Test
    void planIsReplacedAsAWholeAndIsShownFromMondayOn() {
        get(amina + "/plan").hasStatus(200).has("shifts.length()", 0);
        put(amina + "/plan", plan(shift("sunday", "22:00", "06:00"), shift("monday", "18:00", "22:00")))
                .hasStatus(200)
                .has("shifts.length()", 2)
                .has("shifts[0].day", "monday")
                .has("shifts[0].starts", "18:00")
                .has("shifts[0].ends", "22:00")
                .has("shifts[1].day", "sunday");
        put(amina + "/plan", plan(shift("friday", "08:00", "08:00"))).has("shifts.length()", 1);
        get(amina + "/plan").has("shifts[0].starts", "08:00").has("shifts[0].ends", "08:00");
        put(amina + "/plan", plan()).has("shifts.length()", 0);
    }

    @Test
    void whoIsPlannedForNowIsOnDuty() {
        var day = SqlValues.word(today().getDayOfWeek());
        put(amina + "/plan", plan(shift(day, "00:00", "00:00"))).hasStatus(200);
        get(amina + "/availability").has("duty", "on_duty").has("source", "shift");
        get(amina).has("duty", "on_duty").has("available", null);
    }

    @Test
    void plansThatMakeNoSenseAreRejected() {
        var path = amina + "/plan";
        put(path, Body.of()).rejects("shifts");
        put(path, plan(Map.of("day", "monday", "starts", "18:00"))).rejects("shifts[0].ends");
        put(path, plan(shift("Montag", "18:00", "22:00"))).rejects("shifts[0].day");
        put(path, plan(shift("monday", "18 Uhr", "22:00"))).rejects("shifts[0].starts");
        put(path, plan(shift("monday", "18:00:30", "22:00"))).rejects("shifts[0].starts");
        put(path, plan(shift("monday", "18:00", "22:00"), shift("monday", "21:00", "23:00")))
                .rejects("shifts[1]");
        put(path, plan(shift("sunday", "22:00", "06:00"), shift("monday", "05:00", "08:00")))
                .rejects("shifts[1]");
        put(path, plan(shift("monday", "18:00", "22:00"), shift("monday", "22:00", "23:00")))
                .hasStatus(200);
        put(path, Body.of("shifts", Collections.nCopies(51, shift("monday", "18:00", "22:00"))))
                .rejects("shifts");
        put(NOWHERE + "/plan", plan()).isProblem(404);
        get(NOWHERE + "/plan").isProblem(404);
    }

    @Test
    void absencesAreEnteredAndRemoved() {
        put(amina + "/availability", Body.of("available", true)).hasStatus(200);
        var later = created(amina + "/absences", absence(today().plusDays(30), today().plusDays(40)));
        var now = created(amina + "/absences", absence(today(), today().plusDays(1)));
        get(amina + "/absences")
                .hasStatus(200)
                .has("length()", 2)
                .has("[0].id", now.toString())
                .has("[0].firstDay", today().toString())
                .has("[1].id", later.toString())
                .has("[1].lastDay", today().plusDays(40).toString());
        get(amina + "/availability").has("duty", "said_off").has("source", "absence");
        get(amina).has("duty", "said_off");
        delete(amina + "/absences/" + now).hasStatus(204);
        delete(amina + "/absences/" + now).isProblem(404);
        get(amina).has("duty", "on_duty");
    }

    @Test
    void absencesThatMakeNoSenseAreRejected() {
        var path = amina + "/absences";
        post(path, Body.of()).rejects("firstDay", "lastDay");
        post(path, absence(today().plusDays(2), today().plusDays(1))).rejects("lastDay");
        post(path, absence(today().minusDays(3), today().minusDays(1))).rejects("lastDay");
        post(path, absence(today(), today().plusYears(2).plusDays(1))).rejects("lastDay");
        post(path, Body.of("firstDay", "3.8.2026", "lastDay", "2026-08-04")).rejects("firstDay");
        created(path, absence(today().minusDays(3), today()));
        post(path, absence(today().minusDays(3), today().plusDays(1))).isProblem(409);
        post(NOWHERE + "/absences", absence(today(), today())).isProblem(404);
        get(NOWHERE + "/absences").isProblem(404);
        delete(path + "/" + UUID.randomUUID()).isProblem(404);
    }

    @Test
    void preferencesAreReplacedAsAWhole() {
        get(amina + "/preferences")
                .hasStatus(200)
                .has("quietHours", null)
                .has("callsPerDay", null)
                .has("emergencyOptIn", false)
                .has("calloutOptIn", false)
                .has("shiftReminder", false);
        put(amina + "/preferences", preferences())
                .hasStatus(200)
                .has("quietHours.from", "22:00")
                .has("quietHours.to", "07:00")
                .has("callsPerDay", 3)
                .has("emergencyOptIn", true)
                .has("shiftReminder", true);
        get(amina).has("emergencyOptIn", true).has("calloutOptIn", false);
        put(amina + "/preferences", preferences().with("quietHours", null).with("callsPerDay", null))
                .has("quietHours", null)
                .has("callsPerDay", null);
    }

    @Test
    void preferencesThatMakeNoSenseAreRejected() {
        var path = amina + "/preferences";
        put(path, Body.of()).rejects("calloutOptIn", "emergencyOptIn", "shiftReminder");
        put(path, preferences().with("callsPerDay", 0)).rejects("callsPerDay");
        put(path, preferences().with("callsPerDay", 1.5)).rejects("callsPerDay");
        put(path, preferences().with("quietHours", Map.of("from", "22:00"))).rejects("quietHours.to");
        put(path, preferences().with("quietHours", quiet("22:00", "22:00"))).rejects("quietHours.to");
        put(path, preferences().with("quietHours", quiet("22:00:01", "23:00"))).rejects("quietHours.from");
        put(path, preferences().with("quietHours", quiet("ten", "23:00"))).rejects("quietHours.from");
        put(NOWHERE + "/preferences", preferences()).isProblem(404);
        get(NOWHERE + "/preferences").isProblem(404);
    }

    @Test
    void nobodyLooksAtItWithoutAKey() {
        for (var part : List.of("availability", "plan", "absences", "preferences")) {
            assertThat(anonymous()
                            .get()
                            .uri(amina + "/" + part)
                            .exchange()
                            .returnResult(Void.class)
                            .getStatus()
                            .value())
                    .isEqualTo(401);
        }
    }

    private static Body preferences() {
        return Body.of(
                "quietHours",
                quiet("22:00", "07:00"),
                "callsPerDay",
                3,
                "emergencyOptIn",
                true,
                "calloutOptIn",
                false,
                "shiftReminder",
                true);
    }

    private static Map<String, Object> quiet(String from, String to) {
        return Map.of("from", from, "to", to);
    }

    @SafeVarargs
    private static Body plan(Map<String, Object>... shifts) {
        return Body.of("shifts", List.of(shifts));
    }

    private static Map<String, Object> shift(String day, String starts, String ends) {
        return Map.of("day", day, "starts", starts, "ends", ends);
    }

    private static Body absence(LocalDate first, LocalDate last) {
        return Body.of("firstDay", first.toString(), "lastDay", last.toString());
    }

    private String in(int hours) {
        return now().plus(Duration.ofHours(hours)).toString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
    }
}
