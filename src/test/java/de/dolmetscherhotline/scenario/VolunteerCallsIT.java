package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Interference.Delivery;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A volunteer calls the hotline herself: she hears what holds and switches it with one key, after her PIN. */
class VolunteerCallsIT extends PhoneScriptIT {

    private static final String PIN = "2580";
    private static final String WRONG = "7391";
    private static final String ORGANISATION_PIN = "4829137750";
    private static final String ASKS_FOR_PIN = "Geben Sie dafür Ihre PIN ein";

    private Person volunteer(String language) {
        var volunteer = interpreterOffDuty(language);
        setPin(volunteer.id(), PIN).hasStatus(204);
        return volunteer;
    }

    private Answer setPin(UUID who, String pin) {
        return put("/api/v1/interpreters/" + who + "/pin", Body.of("pin", pin));
    }

    @Test
    void sheSwitchesHerselfOnAndIsRungByTheNextCall() {
        var amina = volunteer("ar");
        amina.dials(line).hears(ASKS_FOR_PIN).presses(PIN + "#");
        amina.hears("Sie sind nicht erreichbar").hears("Um erreichbar zu sein, drücken Sie die 1");
        amina.presses("1").hears("Sie sind erreichbar").hangsUp();
        seconds(1);

        var doctor = practice().dials(line).presses("1");
        seconds(2);
        amina.isRinging().accepts();
        seconds(5);
        doctor.talksWith(amina);
    }

    @Test
    void sheSwitchesHerselfOffAndIsNotRung() {
        var amina = volunteer("ar").goesOnDuty();
        amina.dials(line).presses(PIN + "#").hears("Sie sind erreichbar").presses("2");
        amina.hears("Sie sind nicht erreichbar").hangsUp();
        seconds(1);

        practice().dials(line).presses("1");
        seconds(10);

        amina.wasNeverDialled();
    }

    @Test
    void sheHearsUntilWhenItHolds() {
        var amina = volunteer("ar");
        var until = CLOCK.instant().plus(Duration.ofMinutes(10));
        setAvailability(amina.id(), Body.of("available", true, "until", until.toString()));
        var minutes = "%02d".formatted(until.atZone(ZoneId.of("Europe/Berlin")).getMinute());

        amina.dials(line).presses(PIN + "#").hears("Sie sind erreichbar bis ").hears(":" + minutes + " Uhr");
    }

    @Test
    void whoDoesNotKnowThePinLearnsNothingAndChangesNothing() {
        var amina = volunteer("ar").goesOnDuty();
        var thief = stranger();
        thief.dialsAs(amina.phone().number(), line).hears(ASKS_FOR_PIN).presses("2#");
        thief.hears(ASKS_FOR_PIN).presses(WRONG + "#");

        thief.hears("Diese PIN stimmt nicht").presses(WRONG + "#").hears("zu viele falsche PINs");
        thief.neverHeard("Sie sind erreichbar.");
        seconds(10);
        thief.isIdle();
        get("/api/v1/interpreters/" + amina.id()).has("available", true);
    }

    @Test
    void guessesAreCountedOverAllCallsAndTheRightPinWaitsForAnHour() {
        var amina = volunteer("ar");
        var thief = stranger();
        IntStream.range(0, 2).forEach(call -> {
            thief.dialsAs(amina.phone().number(), line);
            IntStream.range(0, 3).forEach(guess -> thief.presses(WRONG + "#"));
            thief.hears("zu viele falsche PINs").hangsUp();
            seconds(1);
        });

        amina.dials(line).presses(PIN + "#").hears("zu viele falsche PINs").hangsUp();
        pass(Duration.ofHours(1));
        amina.dials(line).presses(PIN + "#").hears("Sie sind nicht erreichbar");
    }

    @Test
    void withoutAPinSheIsToldHowToGetOne() {
        var amina = interpreterOffDuty("ar");

        amina.dials(line).hears("brauchen Sie eine PIN");
        seconds(60);

        amina.isIdle();
    }

    @Test
    void zeroReachesAHumanBeforeAndAfterThePin() {
        var coordinator = coordinator();
        var amina = volunteer("ar");
        amina.dials(line)
                .hears("Mit der 0 erreichen Sie die Koordinierungsstelle")
                .presses("0#");
        amina.hears("Wir verbinden Sie mit der Koordinierungsstelle");
        seconds(10);
        coordinator.isRinging().picksUp();
        seconds(5);
        amina.talksWith(coordinator);
        coordinator.hangsUp();
        seconds(5);
        amina.hears("Auf Wiederhören").hangsUp();

        amina.dials(line).presses(PIN + "#").presses("0").hears("Wir verbinden Sie");
        seconds(40);
        amina.hears("niemand zu erreichen").hears("Sie sind nicht erreichbar").presses("1");
        amina.hears("Sie sind erreichbar");
    }

    @Test
    void zeroWithoutACoordinatorLeavesHerWhereSheWas() {
        var amina = volunteer("ar");
        amina.dials(line).neverHeard("Koordinierungsstelle").presses("0#").hears("niemand zu erreichen");
        amina.presses(PIN + "#").hears("Sie sind nicht erreichbar");
    }

    @Test
    void starMakesHerACallerWithThePinOfAnOrganisation() {
        organisationWithPin(ORGANISATION_PIN);
        var omar = interpreter("ar");
        var amina = volunteer("uk");

        amina.dials(line).presses("*#").hears("geben Sie die PIN Ihrer Einrichtung ein");
        amina.presses(ORGANISATION_PIN + "#").presses("1");
        seconds(2);
        omar.accepts();
        seconds(5);

        amina.talksWith(omar);
    }

    @Test
    void whoCallsFromTheTelephoneOfAnOrganisationCallsForIt() {
        var nurse = volunteer("ar");
        organisationWith(ORGANISATION_PIN, nurse);

        nurse.dials(line).hears("Welche Sprache").neverHeard(ASKS_FOR_PIN);
    }

    @Test
    void applicantsAndThoseWhoLeftAreCallersLikeEverybody() {
        for (var status : List.of("applied", "in_training", "resting", "left")) {
            var person = interpreterWith(aProfile("ar").with("status", status));
            person.dials(line).hears("geben Sie die PIN Ihrer Einrichtung ein").hangsUp();
        }
    }

    @Test
    void itWorksWhileTheLineIsClosed() {
        lineHas("openingHours", Map.of());
        volunteer("ar").dials(line).presses(PIN + "#").presses("1").hears("Sie sind erreichbar");
    }

    @Test
    void silenceEndsTheCall() {
        var amina = volunteer("ar");
        amina.dials(line);
        seconds(120);
        amina.isIdle();

        amina.dials(line).presses(PIN + "#");
        seconds(60);
        amina.isIdle();
    }

    static Stream<Delivery> twice() {
        return Stream.of(Delivery.twice(), Delivery.twiceAtOnce());
    }

    @ParameterizedTest
    @MethodSource("twice")
    void whateverComesTwiceIsDoneOnce(Delivery twice) {
        NETWORK.interfere(Mishap.everyWebhook(twice));
        var amina = volunteer("ar");
        amina.dials(line).hears(ASKS_FOR_PIN).presses(WRONG + "#").hears("Diese PIN stimmt nicht");
        amina.presses(PIN + "#").hears("Um erreichbar zu sein");
        amina.presses("1").hears("Sie sind erreichbar").presses("2").hears("Sie sind nicht erreichbar");

        get("/api/v1/interpreters/" + amina.id()).has("available", false);
        assertThat(rows("select turn, misses from volunteer_call where began_at >= :began"))
                .containsExactly(Map.of("turn", 4, "misses", 0));
    }

    @Test
    void pinsAreWrittenDownNowhereAndMustBeHardToGuess() {
        var amina = volunteer("ar");
        amina.dials(line).presses(WRONG + "#").presses(PIN + "#").hears("Sie sind nicht erreichbar");
        setPin(amina.id(), "847295").hasStatus(204);

        assertThat(tablesThatMention("847295")).isEmpty();
        for (var easy : List.of("1111", "1234", "987654", "0000")) {
            setPin(amina.id(), easy).rejects("pin");
        }
        for (var none : List.of("123", "1234567", "12a4", "")) {
            setPin(amina.id(), none).rejects("pin");
        }
        setPin(UUID.randomUUID(), PIN).isProblem(404);
        delete("/api/v1/interpreters/" + amina.id() + "/pin").hasStatus(204);
        delete("/api/v1/interpreters/" + amina.id() + "/pin").isProblem(404);
    }
}
