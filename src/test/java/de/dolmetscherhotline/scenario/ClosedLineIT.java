package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Branch 1: the line is closed. */
class ClosedLineIT extends PhoneScriptIT {

    private static final Map<String, Object> NEVER = Map.of();
    private static final List<Map<String, String>> BY_DAY = List.of(Map.of("from", "08:00", "to", "18:00"));
    private static final List<String> ALL_CHOICES = List.of("emergency", "coordinator", "professional_provider");
    private static final MonthDay CHRISTMAS = MonthDay.of(12, 25);
    private static final MonthDay EPIPHANY = MonthDay.of(1, 6);

    @BeforeEach
    void closeTheLine() {
        lineHas("openingHours", NEVER);
    }

    private static Map<String, Object> everyDayBut(List<Map<String, String>> publicHolidays) {
        return Map.of(
                "monday", BY_DAY,
                "tuesday", BY_DAY,
                "wednesday", BY_DAY,
                "thursday", BY_DAY,
                "friday", BY_DAY,
                "saturday", BY_DAY,
                "sunday", BY_DAY,
                "publicHolidays", publicHolidays);
    }

    private LocalDate next(MonthDay day) {
        var thisYear = day.atYear(tomorrow().getYear());
        return thisYear.isBefore(tomorrow()) ? thisYear.plusYears(1) : thisYear;
    }

    @Test
    void lineSaysInItsOwnWordsThatItIsClosedAndWhatCanBeDone() {
        coordinator();
        provider();
        lineHas("closedText", "Wir sind von 8 bis 18 Uhr für Sie da.");
        lineHas("closedChoices", ALL_CHOICES);
        var amina = interpreter("ar");

        var doctor = practice()
                .dials(line)
                .heardInTurn(
                        "Wir sind von 8 bis 18 Uhr für Sie da.",
                        "In einem Notfall drücken Sie die 9",
                        "Die Koordinierungsstelle erreichen Sie mit der 0",
                        "kostenpflichtigen Dolmetscherdienst drücken Sie die 2")
                .neverHeard("zurzeit nicht besetzt");
        seconds(40);

        doctor.hears("rufen Sie zu unseren Öffnungszeiten wieder an").isIdle();
        amina.wasNeverDialled();
        sessions().count(1).latestHas("outcome", "closed").latestHas("language", null);
    }

    @Test
    void withoutWordsOfItsOwnItSaysTheUsualOnesAndOffersOnlyWhatThereIs() {
        practice()
                .dials(line)
                .hears("zurzeit nicht besetzt")
                .hears("In einem Notfall drücken Sie die 9")
                .neverHeard("Koordinierungsstelle")
                .neverHeard("kostenpflichtig")
                .presses("0")
                .hears("nicht verstanden")
                .hears("zurzeit nicht besetzt");
    }

    @Test
    void choicesThatTheDistrictDoesNotWantAreNeitherSaidNorTaken() {
        coordinator();
        provider();
        lineHas("closedChoices", List.of());

        var doctor = practice().dials(line).hears("zurzeit nicht besetzt").neverHeard("drücken");
        for (var key : List.of("9", "0", "2")) {
            doctor.presses(key).hears("nicht verstanden");
        }
        doctor.presses("9").hears("Öffnungszeiten");

        sessions().count(1).latestHas("outcome", "closed").latestHas("emergency", false);
    }

    @Test
    void inAnEmergencyTheKnownCallerGoesOnAndTalks() {
        var amina = interpreter("ar");

        var doctor = practice().dials(line).presses("9").hears("Welche Sprache");
        doctor.presses("1").hears("Wir suchen jetzt");
        seconds(2);
        amina.picksUp().hears("Notfall.").presses("1");
        seconds(5);

        doctor.talksWith(amina).hangsUp();
        sessions().count(1).latestHas("outcome", "connected").latestHas("emergency", true);
    }

    @Test
    void inAnEmergencyTheStrangerIsAskedForThePinFirst() {
        organisationWithPin("482913");
        var amina = interpreter("ar");

        var doctor = stranger().dials(line).hears("zurzeit nicht besetzt");
        doctor.presses("9").hears("geben Sie die PIN");
        doctor.presses("482913#").hears("Welche Sprache").presses("1");
        seconds(2);
        amina.accepts();
        seconds(5);

        doctor.talksWith(amina);
        sessions().count(1).latestHas("emergency", true);
    }

    @Test
    void zeroReachesTheCoordinator() {
        var coordinator = coordinator();

        var doctor = practice().dials(line).presses("0").hears("verbinden Sie mit der Koordinierungsstelle");
        seconds(10);
        coordinator.isRinging().picksUp();
        seconds(60);
        doctor.talksWith(coordinator);
        coordinator.hangsUp();
        seconds(10);

        doctor.isIdle();
        sessions().count(1).latestHas("outcome", "handed_to_coordinator");
    }

    @Test
    void twoReachesTheProvider() {
        var provider = provider();
        lineHas("closedChoices", ALL_CHOICES);

        var doctor = practice().dials(line).presses("2").hears("kostenpflichtigen Dolmetscherdienst");
        seconds(12);
        provider.isRinging().picksUp();
        seconds(60);
        doctor.talksWith(provider).hangsUp();

        provider.isIdle();
        sessions().count(1).latestHas("outcome", "handed_to_provider");
    }

    @Test
    void coordinatorWhoDoesNotAnswerLeavesTheCallerWithTheChoices() {
        var coordinator = coordinator();
        var doctor = practice().dials(line).presses("0");
        seconds(20);
        coordinator.isRinging();
        seconds(15);

        doctor.hears("Dort ist gerade leider niemand zu erreichen").hears("In einem Notfall");
        seconds(30);
        doctor.hears("Öffnungszeiten").isIdle();
        sessions().count(1).latestHas("outcome", "closed");
    }

    @Test
    void whoeverHangsUpWasTurnedAwayByTheClosedLine() {
        practice().dials(line).hangsUp();

        sessions().count(1).latestHas("outcome", "closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "5", "*"})
    void wrongKeyIsAskedAgain(String key) {
        interpreter("ar");

        practice()
                .dials(line)
                .presses(key)
                .hears("zurzeit nicht besetzt")
                .presses("9")
                .hears("Welche Sprache");
    }

    @Test
    void lineOpensAndClosesToTheMinute() {
        interpreter("ar");
        lineHas("openingHours", everyDayBut(BY_DAY));
        var day = tomorrow();
        var doctor = practice();

        moveTo(day.atTime(7, 59, 59));
        doctor.dials(line).hears("zurzeit nicht besetzt").hangsUp();
        moveTo(day.atTime(8, 0));
        doctor.dials(line).hears("Welche Sprache").hangsUp();
        moveTo(day.atTime(17, 59, 59));
        doctor.dials(line).hears("Welche Sprache");
        moveTo(day.atTime(18, 0));
        practice().dials(line).hears("zurzeit nicht besetzt").hangsUp();
        doctor.presses("1").hears("Wir suchen jetzt").hangsUp();

        assertThat(sessions().outcomes())
                .containsExactly("closed", "abandoned_waiting", "abandoned_choosing", "closed");
    }

    @Test
    void publicHolidaysOfLowerSaxonyHaveHoursOfTheirOwn() {
        lineHas("openingHours", everyDayBut(List.of(Map.of("from", "10:00", "to", "12:00"))));
        var doctor = practice();

        var christmas = next(CHRISTMAS);
        moveTo(christmas.atTime(9, 59));
        doctor.dials(line).hears("zurzeit nicht besetzt").hangsUp();
        moveTo(christmas.atTime(10, 0));
        doctor.dials(line).hears("Welche Sprache").hangsUp();

        moveTo(next(EPIPHANY).atTime(9, 0));
        doctor.dials(line).hears("Welche Sprache").hangsUp();
        moveToADistrictIn("DE-ST");
        lineHas("openingHours", everyDayBut(List.of()));
        seconds(1);
        practice().dials(line).hears("zurzeit nicht besetzt").hangsUp();

        assertThat(sessions().outcomes())
                .containsExactly("closed", "abandoned_choosing", "abandoned_choosing", "closed");
    }

    @Test
    void whoeverIsRefusedIsRefusedAtAnyHour() {
        var prankster = stranger();
        block(prankster);

        prankster.dials(line).hears("können Sie die Dolmetscher-Hotline nicht nutzen");

        sessions().count(1).latestHas("outcome", "refused_blocked");
    }

    @Test
    void lineWithoutHoursIsAlwaysOpen() {
        moveToAnotherDistrict();
        moveTo(tomorrow().atTime(LocalTime.of(3, 30)));

        practice().dials(line).hears("Welche Sprache");
    }
}
