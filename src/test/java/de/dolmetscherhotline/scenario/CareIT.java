package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Body;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reminders: each is sent once, at its time, to whoever wants it. */
class CareIT extends PhoneScriptIT {

    @BeforeEach
    void roundsOfCareAreMade() {
        roundsOfCareAreDue(CLOCK.instant());
    }

    /** Tomorrow at that time. */
    private LocalDateTime tomorrowAt(String time) {
        return LocalDateTime.parse(tomorrow() + "T" + time);
    }

    private void hasProof(Person person, String kind, LocalDate validUntil) {
        database()
                .sql("insert into obligation (interpreter_id, kind, issued_on, valid_until)"
                        + " values (:who, :kind, '2024-01-01', :until)"
                        + " on conflict (interpreter_id, kind) do update set valid_until = excluded.valid_until")
                .bind("who", person.id())
                .bind("kind", kind)
                .bind("until", validUntil)
                .then()
                .block();
    }

    private void numberFails(Person person) {
        database()
                .sql("update interpreter set number_failed_at = :now where id = :who")
                .bind("now", CLOCK.instant())
                .bind("who", person.id())
                .then()
                .block();
    }

    private void numberWorks(Person person) {
        database()
                .sql("update interpreter set number_failed_at = null where id = :who")
                .bind("who", person.id())
                .then()
                .block();
    }

    @Test
    void whatRunsOutIsAnnouncedInThreeStages() {
        var coordinator = coordinator();
        var amina = interpreter("ar");
        moveTo(tomorrowAt("08:00"));
        var today = tomorrow().minusDays(1);
        hasProof(amina, "criminal_record", today.plusDays(60));

        moveTo(today.atTime(8, 59));
        assertThat(amina.inbox()).isEmpty();
        moveTo(today.atTime(9, 0));
        amina.reads("Ihr Führungszeugnis gilt bis zum");
        coordinator.reads("Nachweise, die bald ablaufen: 1. Der erste gilt noch so viele Tage: 60.");

        moveTo(today.plusDays(29).atTime(12, 0));
        assertThat(amina.inbox()).hasSize(1);
        moveTo(today.plusDays(30).atTime(12, 0));
        assertThat(amina.inbox()).hasSize(2);
        moveTo(today.plusDays(53).atTime(12, 0));
        moveTo(today.plusDays(54).atTime(12, 0));
        moveTo(today.plusDays(61).atTime(12, 0));
        assertThat(amina.inbox()).hasSize(3);
        assertThat(coordinator.inbox()).hasSize(3);
    }

    @Test
    void severalThatRunOutAreOneTextToTheCoordinator() {
        var coordinator = coordinator();
        moveTo(tomorrowAt("08:00"));
        var today = tomorrow().minusDays(1);
        hasProof(interpreter("ar"), "secrecy", today.plusDays(5));
        hasProof(interpreter("ar"), "training", today.plusDays(20));
        hasProof(interpreter("uk"), "criminal_record", today.plusDays(200));

        moveTo(today.atTime(9, 0));

        coordinator.reads("Nachweise, die bald ablaufen: 2. Der erste gilt noch so viele Tage: 5.");
        assertThat(coordinator.inbox()).hasSize(1);
    }

    @Test
    void whoRenewsIsNotWarnedAgain() {
        var amina = interpreter("ar");
        moveTo(tomorrowAt("08:00"));
        var today = tomorrow().minusDays(1);
        hasProof(amina, "secrecy", today.plusDays(40));
        moveTo(today.atTime(9, 0));
        amina.reads("Ihre Verschwiegenheitserklärung");

        hasProof(amina, "secrecy", today.plusDays(400));
        moveTo(today.plusDays(15).atTime(12, 0));

        assertThat(amina.inbox()).hasSize(1);
    }

    @Test
    void aNumberThatFailsIsToldOnceUntilItWorksAndFailsAnew() {
        var coordinator = coordinator();
        var amina = interpreter("ar");
        moveTo(tomorrowAt("08:00"));
        numberFails(amina);

        moveTo(tomorrow().minusDays(1).atTime(9, 0));
        coordinator.reads("die nicht zu erreichen sind: 1");
        numberFails(amina);
        moveTo(tomorrowAt("12:00"));
        assertThat(coordinator.inbox()).hasSize(1);

        numberWorks(amina);
        moveTo(tomorrowAt("12:00"));
        numberFails(amina);
        moveTo(tomorrowAt("12:00"));
        assertThat(coordinator.inbox()).hasSize(2);
    }

    @Test
    void whoWantsToIsToldOfHerShiftOnTheEveningBefore() {
        var amina = interpreterOffDuty("ar");
        var omar = interpreterOffDuty("ar");
        moveTo(tomorrowAt("08:00"));
        plans(amina, tomorrow(), "18:00", "22:00");
        plans(omar, tomorrow(), "18:00", "22:00");
        wantsToBeTold(amina);

        moveTo(tomorrow().minusDays(1).atTime(17, 59));
        assertThat(amina.inbox()).isEmpty();
        moveTo(tomorrow().minusDays(1).atTime(18, 0));
        amina.reads("Morgen haben Sie Bereitschaft: 18:00-22:00 Uhr.");
        moveTo(tomorrow().minusDays(1).atTime(19, 0));

        assertThat(amina.inbox()).hasSize(1);
        assertThat(omar.inbox()).isEmpty();
    }

    @Test
    void whoWillNotBeThereIsNotToldOfHerShift() {
        var amina = interpreterOffDuty("ar");
        var omar = interpreterOffDuty("ar");
        moveTo(tomorrowAt("08:00"));
        for (var member : List.of(amina, omar)) {
            plans(member, tomorrow(), "18:00", "22:00");
            wantsToBeTold(member);
        }
        post(
                        "/api/v1/interpreters/" + amina.id() + "/absences",
                        Body.of(
                                "firstDay",
                                tomorrow().toString(),
                                "lastDay",
                                tomorrow().toString()))
                .hasStatus(201);
        omar.texts("AUS");
        var answers = omar.inbox().size();

        moveTo(tomorrow().minusDays(1).atTime(18, 0));

        assertThat(amina.inbox()).isEmpty();
        assertThat(omar.inbox()).hasSize(answers);
    }

    @Test
    void coordinatorHearsOnMondaysOfHoursThatNobodyCovers() {
        var coordinator = coordinator();
        var monday = tomorrow().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        moveTo(monday.atTime(9, 0));
        assertThat(coordinator.inbox()).isEmpty();

        plans(interpreterOffDuty("ar"), monday, "00:00", "12:00");
        moveTo(monday.plusDays(7).atTime(9, 0));
        coordinator.reads("Tigrinya 168 h, Ukrainisch 168 h, Arabisch 156 h.");
        moveTo(monday.plusDays(7).atTime(15, 0));
        assertThat(coordinator.inbox()).hasSize(1);

        get("/api/v1/coverage/gaps?lineId=" + presentLine())
                .has("[0].language", "ar")
                .has("[0].day", "monday")
                .has("[0].from", 12)
                .has("[0].to", 24)
                .has("length()", 21);
        get("/api/v1/coverage/gaps?lineId=" + UUID.randomUUID()).rejects("lineId");
    }

    private void plans(Person who, LocalDate day, String starts, String ends) {
        var weekday = day.getDayOfWeek().name().toLowerCase(Locale.ROOT);
        put(
                        "/api/v1/interpreters/" + who.id() + "/plan",
                        Body.of("shifts", List.of(Map.of("day", weekday, "starts", starts, "ends", ends))))
                .hasStatus(200);
    }

    private void wantsToBeTold(Person who) {
        put(
                        "/api/v1/interpreters/" + who.id() + "/preferences",
                        Body.of("emergencyOptIn", false, "calloutOptIn", false, "shiftReminder", true))
                .hasStatus(200);
    }
}
