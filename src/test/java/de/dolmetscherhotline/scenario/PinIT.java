package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Branch 2: the PIN. */
class PinIT extends PhoneScriptIT {

    private static final String PIN = "4829137750";
    private static final String WRONG = "1111111111";
    private static final int TRIES = 3;
    private static final int ATTEMPTS = 10;
    private static final int ATTEMPTS_HIDDEN = 60;
    private static final List<String> HIDDEN = List.of("anonymous", "", "+266696687", "Restricted");

    /** Uses up the tries of one call. */
    private void guesses(Person caller, String from) {
        caller.dialsAs(from, line);
        for (int i = 0; i < TRIES; i++) {
            caller.hears("geben Sie die PIN").presses(WRONG + "#");
        }
        caller.hears("Ohne gültige PIN").hangsUp();
        seconds(1);
    }

    @Test
    void guessesAreCountedOverAllCallsOfANumber() {
        organisationWithPin(PIN);
        var thief = stranger();
        var number = thief.phone().number();
        IntStream.range(0, ATTEMPTS / TRIES).forEach(call -> guesses(thief, number));
        thief.dials(line).presses(WRONG + "#").hears("nicht verstanden");

        thief.presses(PIN + "#").hears("Es wurden zu viele falsche PINs eingegeben");
        seconds(20);

        thief.isIdle();
        sessions().count(4).latestHas("outcome", "refused_too_many_pins").latestHas("organisationId", null);
        assertThat(sessions().all("outcome"))
                .filteredOn("refused_unknown_caller"::equals)
                .hasSize(3);
        stranger().dials(line).presses(PIN + "#").hears("Welche Sprache");
        pass(Duration.ofHours(1));
        thief.dials(line).presses(PIN + "#").hears("Welche Sprache");
    }

    @Test
    void whoeverKnowsThePinMayCallAsOftenAsTheyLike() {
        organisationWithPin(PIN);
        var clinic = stranger();
        for (int call = 0; call <= ATTEMPTS; call++) {
            clinic.dials(line).presses(PIN + "#").hears("Welche Sprache").hangsUp();
            seconds(1);
        }
    }

    @Test
    void guessesAtOneLineDoNotCountAtAnother() {
        organisationWithPin(PIN);
        var caller = stranger();
        var number = caller.phone().number();
        IntStream.range(0, ATTEMPTS / TRIES).forEach(call -> guesses(caller, number));
        caller.dials(line).presses(WRONG + "#").hangsUp();
        moveToAnotherDistrict();
        organisationWithPin(PIN);

        caller.dials(line).presses(PIN + "#").hears("Welche Sprache");
    }

    @Test
    void allWhoHideTheirNumberShareTheirGuesses() {
        organisationWithPin(PIN);
        var thief = stranger();
        IntStream.range(0, ATTEMPTS_HIDDEN / TRIES).forEach(call -> guesses(thief, HIDDEN.get(call % HIDDEN.size())));

        stranger().dialsAs("anonymous", line).presses(PIN + "#").hears("zu viele falsche PINs");

        sessions().latestHas("outcome", "refused_too_many_pins");
        stranger().dials(line).presses(PIN + "#").hears("Welche Sprache");
        practice().dials(line).hears("Welche Sprache");
    }

    @Test
    void zeroReachesTheCoordinator() {
        var coordinator = coordinator();

        var caller =
                stranger().dials(line).hears("Mit der 0 und der Raute-Taste erreichen Sie die Koordinierungsstelle");
        caller.presses("0#").hears("Wir verbinden Sie mit der Koordinierungsstelle");
        seconds(10);
        coordinator.isRinging().picksUp();
        seconds(60);

        caller.talksWith(coordinator).hangsUp();
        sessions().count(1).latestHas("outcome", "handed_to_coordinator").latestHas("organisationId", null);
    }

    @Test
    void zeroNeedsNoHashKey() {
        coordinator();
        var caller = stranger().dials(line).presses("0");
        seconds(5);

        caller.hears("Wir verbinden Sie mit der Koordinierungsstelle");
    }

    @Test
    void zeroMayBePressedAgainByWhoeverIsInAHurry() {
        coordinator();

        stranger().dials(line).presses("000#").hears("Wir verbinden Sie mit der Koordinierungsstelle");
    }

    @Test
    void whoeverPressesNothingHasEightSecondsToLookThePinUp() {
        var caller = stranger().dials(line);
        var spoken = caller.sayings().getFirst().length() / 15;
        seconds(spoken + 7);
        caller.neverHeard("keine Eingabe");
        seconds(2);

        caller.heard("keine Eingabe");
    }

    @Test
    void coordinatorWhoDoesNotAnswerLeavesTheCallerWithThePin() {
        organisationWithPin(PIN);
        var coordinator = coordinator();
        var caller = stranger().dials(line).presses("0#");
        seconds(10);
        coordinator.isRinging();
        seconds(25);

        coordinator.isIdle();
        caller.hears("niemand zu erreichen").hears("geben Sie die PIN").presses(PIN + "#");
        caller.hears("Welche Sprache");
    }

    @Test
    void whereThereIsNoCoordinatorZeroCostsNoTry() {
        organisationWithPin(PIN);
        var caller = stranger().dials(line).neverHeard("Koordinierungsstelle");
        IntStream.range(0, 5).forEach(n -> caller.presses("0#").hears("niemand zu erreichen"));

        caller.presses(PIN + "#").hears("Welche Sprache");
    }

    @Test
    void nineMarksAnEmergencyAndThePinIsStillNeeded() {
        organisationWithPin(PIN);
        var amina = interpreter("ar");

        var doctor =
                stranger().dials(line).presses("9#").hears("Notfall vermerkt").hears("geben Sie die PIN");
        doctor.presses(PIN + "#").presses("1");
        seconds(2);
        amina.picksUp().hears("Notfall.").presses("1");
        seconds(5);

        doctor.talksWith(amina);
        sessions().count(1).latestHas("emergency", true);
    }

    @Test
    void pinsRightOrWrongAreWrittenDownNowhere() {
        organisationWithPin(PIN);

        stranger().dials(line).presses(WRONG + "#").presses(PIN + "#").hears("Welche Sprache");

        assertThat(tablesThatMention(PIN)).isEmpty();
        assertThat(tablesThatMention(WRONG)).isEmpty();
        assertThat(tablesThatMention("CallerPressed")).containsExactly("call_event");
    }
}
