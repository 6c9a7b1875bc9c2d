package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Body;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shifts, absences, quiet hours and limits: who is rung when, and who is not. */
class AvailabilityIT extends PhoneScriptIT {

    private static final String NOBODY = "niemand im Dienst";

    @BeforeEach
    void tomorrowAtTen() {
        moveTo(tomorrow().atTime(10, 0));
    }

    @Test
    void shiftBeginsAndEndsByItself() {
        var amina = planned(interpreterOffDuty("ar"), "18:00", "22:00");
        moveToday(17, 59);
        practice().dials(line).presses("1").hears(NOBODY).hangsUp();
        assertThat(sessions().reasonsAgainst(amina)).containsExactly("not-on-duty");

        moveToday(18, 0);
        talk(practice(), "1", amina);
        amina.hangsUp();

        moveToday(22, 0);
        practice().dials(line).presses("1").hears(NOBODY);
        assertThat(dialsTo(amina)).hasSize(1);
    }

    @Test
    void listsAreRightAlsoWithoutAnyCall() {
        var amina = planned(interpreterOffDuty("ar"), "18:00", "22:00");
        moveToday(17, 59);
        get("/api/v1/interpreters/" + amina.id()).has("duty", "not_on_duty");
        seconds(120);
        get("/api/v1/interpreters/" + amina.id()).has("duty", "on_duty");
    }

    @Test
    void shiftAcrossMidnightGoesOnTheNextDay() {
        var amina = planned(interpreterOffDuty("ar"), "22:00", "06:00");
        moveTo(tomorrow().atTime(5, 30));
        practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(2);
        amina.isRinging();
    }

    @Test
    void whoTextsAusInHerShiftIsNotRungAndWhoTextsAnOutsideOfItIs() {
        var amina = planned(interpreterOffDuty("ar"), "09:00", "12:00");
        amina.texts("AUS");
        practice().dials(line).presses("1").hears(NOBODY).hangsUp();
        assertThat(sessions().reasonsAgainst(amina)).containsExactly("said-off");

        moveToday(15, 0);
        amina.texts("AN");
        talk(practice(), "1", amina);
    }

    @Test
    void whoIsAwayIsNotRungNotEvenInAnEmergency() {
        var amina = interpreterWith(aProfile("ar").with("emergencyOptIn", true)).goesOnDuty();
        moveTo(tomorrow().atTime(10, 0));
        away(amina);
        practice().dials(line).presses("9").presses("1").hears(NOBODY);
        assertThat(sessions().reasonsAgainst(amina)).containsExactly("said-off");
        amina.wasNeverDialled();
    }

    @Test
    void whoTextsAnAlthoughSheIsAwayIsRung() {
        var amina = interpreterOffDuty("ar");
        away(amina);
        amina.texts("AN");
        talk(practice(), "1", amina);
    }

    @Test
    void nobodyIsRungByPlanInHerQuietHoursUnlessSheSaysSo() {
        var amina = planned(interpreterOffDuty("ar"), "18:00", "23:00");
        prefers(amina, preferences().with("quietHours", Map.of("from", "22:00", "to", "07:00")));
        moveToday(22, 0);
        practice().dials(line).presses("1").hears(NOBODY).hangsUp();
        assertThat(sessions().reasonsAgainst(amina)).containsExactly("quiet-hours");
        practice().dials(line).presses("9").presses("1").hears(NOBODY).hangsUp();

        amina.texts("AN");
        practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(2);
        amina.isRinging();
    }

    @Test
    void anEmergencyReachesWhoOptedInInHerQuietHoursAndOutsideOfHerShift() {
        var quiet = planned(interpreterOffDuty("ar"), "18:00", "23:00");
        prefers(
                quiet,
                preferences()
                        .with("quietHours", Map.of("from", "22:00", "to", "07:00"))
                        .with("emergencyOptIn", true));
        var idle = planned(interpreterOffDuty("ar"), "08:00", "09:00");
        prefers(idle, preferences().with("emergencyOptIn", true));
        moveToday(22, 30);
        practice().dials(line).presses("1").hears(NOBODY).hangsUp();

        practice().dials(line).presses("9").presses("1").hears("Wir suchen jetzt");
        seconds(3);
        quiet.isRinging();
        idle.isRinging();
    }

    @Test
    void whoHasHadTheCallsSheAgreedToIsLeftAloneUntilMidnight() {
        var amina = interpreter("ar");
        prefers(amina, preferences().with("callsPerDay", 1));
        var doctor = practice();
        talk(doctor, "1", amina);
        doctor.hangsUp();
        seconds(120);

        practice().dials(line).presses("1").hears(NOBODY).hangsUp();
        assertThat(sessions().reasonsAgainst(amina)).containsExactly("daily-limit-reached");

        moveTo(tomorrow().atTime(0, 1));
        practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(2);
        amina.isRinging();
    }

    @Test
    void whoTextsAusWhileHerTelephoneRingsIsNotRungAgain() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(2);
        amina.isRinging().texts("AUS").isRinging();
        seconds(60);
        amina.isIdle();
        doctor.hangsUp();

        practice().dials(line).presses("1").hears(NOBODY);
        assertThat(dialsTo(amina)).hasSize(1);
        assertThat(sessions().reasonsAgainst(amina)).containsExactly("said-off");
    }

    @Test
    void whoTextsAusWhileHerTelephoneRingsMayStillTakeThisCall() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        amina.isRinging().texts("AUS").accepts();
        seconds(5);
        doctor.talksWith(amina).hangsUp();
        seconds(120);

        practice().dials(line).presses("1").hears(NOBODY);
        assertThat(dialsTo(amina)).hasSize(1);
    }

    private void moveToday(int hour, int minute) {
        moveTo(tomorrow().minusDays(1).atTime(LocalTime.of(hour, minute)));
    }

    /** Has a shift that begins today. */
    private Person planned(Person who, String starts, String ends) {
        var today = tomorrow().minusDays(1).getDayOfWeek().name().toLowerCase(Locale.ROOT);
        put(
                        "/api/v1/interpreters/" + who.id() + "/plan",
                        Body.of("shifts", List.of(Map.of("day", today, "starts", starts, "ends", ends))))
                .hasStatus(200);
        return who;
    }

    private void away(Person who) {
        var today = tomorrow().minusDays(1).toString();
        post("/api/v1/interpreters/" + who.id() + "/absences", Body.of("firstDay", today, "lastDay", today))
                .hasStatus(201);
    }

    private void prefers(Person who, Body preferences) {
        put("/api/v1/interpreters/" + who.id() + "/preferences", preferences).hasStatus(200);
    }

    private static Body preferences() {
        return Body.of("emergencyOptIn", false, "calloutOptIn", false, "shiftReminder", false);
    }
}
