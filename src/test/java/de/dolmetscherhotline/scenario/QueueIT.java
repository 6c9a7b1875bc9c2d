package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Branch 7: several callers wait for one language. */
class QueueIT extends PhoneScriptIT {

    private static final String ONE_AHEAD = "Vor Ihnen wartet noch ein Anruf";

    /** Waits for Arabic. */
    private Person waits() {
        var caller = practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(1);
        return caller;
    }

    /** Somebody talks, so that there is hope for the others. */
    private Person busyInterpreter() {
        var busy = interpreter("ar");
        talk(practice(), "1", busy);
        return busy;
    }

    @Test
    void onlyTheFirstOfTwoIsServedByTheOnlyInterpreter() {
        var amina = interpreter("ar");
        var first = waits();
        var second = waits();
        seconds(3);

        second.presses("5").hears(ONE_AHEAD);
        first.presses("5").hears("Gerade klingelt ein Telefon");
        amina.accepts();
        seconds(5);

        first.talksWith(amina);
        second.talksWithNobody().presses("5").hears("sind alle im Gespräch oder nicht am Telefon");
        assertThat(dialsTo(amina)).hasSize(1);
    }

    @Test
    void announcementsSayHowManyAreAheadAsTheQueueMovesOn() {
        busyInterpreter();
        var first = waits();
        var second = waits();
        var third = waits();
        seconds(60);

        first.heard("Im Moment sind alle im Gespräch oder nicht am Telefon").neverHeard("Vor Ihnen");
        second.heard(ONE_AHEAD);
        third.heard("Vor Ihnen warten noch 2 Anrufe");

        first.hangsUp();
        seconds(3);
        second.presses("5").hears("Im Moment sind alle im Gespräch oder nicht am Telefon");
        third.presses("5").hears(ONE_AHEAD);
        assertThat(sessions().outcomes()).contains("abandoned_waiting");
    }

    @Test
    void freedInterpreterGoesToWhoHasWaitedLongest() {
        var amina = interpreter("ar");
        var first = practice();
        talk(first, "1", amina);
        var second = waits();
        seconds(5);
        var third = waits();
        seconds(5);
        first.hangsUp();
        amina.hangsUp();
        seconds(65);

        amina.isRinging().accepts();
        seconds(5);
        second.talksWith(amina);
        third.talksWithNobody();
        amina.hangsUp();
        second.hangsUp();
        seconds(65);
        amina.isRinging().accepts();
        seconds(5);
        third.talksWith(amina);
    }

    @Test
    void emergencyComesBeforeEverybodyWhoWaits() {
        busyInterpreter();
        var first = waits();
        var second = waits();
        seconds(5);
        var third = practice().dials(line).presses("9").presses("1");
        seconds(3);
        first.presses("5").hears(ONE_AHEAD);
        second.presses("5").hears("Vor Ihnen warten noch 2 Anrufe");

        var amina = interpreter("ar");
        seconds(3);
        amina.isRinging().accepts();
        seconds(5);

        third.talksWith(amina);
        first.presses("5").neverHeard("noch 2 Anrufe").hears("sind alle im Gespräch oder nicht am Telefon");
    }

    @Test
    void whoeverBecomesAnEmergencyWhileWaitingMovesToTheFront() {
        busyInterpreter();
        var first = waits();
        var second = waits();
        seconds(5);

        second.presses("9").hears("Notfall vermerkt");
        var amina = interpreter("ar");
        seconds(3);
        amina.accepts();
        seconds(5);

        second.talksWith(amina);
        first.talksWithNobody();
    }

    @Test
    void whoDeclinesTheFirstCallerIsRungForTheSecond() {
        busyInterpreter();
        var first = waits();
        var second = waits();
        seconds(5);
        var amina = interpreter("ar");
        seconds(3);
        amina.isRinging().picksUp().presses("2").hears("In Ordnung");
        seconds(10);

        amina.isRinging().accepts();
        seconds(5);
        second.talksWith(amina);
        first.talksWithNobody();
    }

    @Test
    void telephonesAreSharedWhenCallersOutnumberInterpreters() {
        busyInterpreter();
        var callers = List.of(waits(), waits(), waits());
        seconds(5);
        var two = List.of(interpreter("ar"), interpreter("ar"));
        seconds(4);
        assertThat(ringing(two)).isEqualTo(2);

        two.forEach(Person::accepts);
        seconds(5);

        assertThat(callers.get(0).phone().talkingWith()).hasSize(1);
        assertThat(callers.get(1).phone().talkingWith()).hasSize(1);
        callers.get(2).talksWithNobody().presses("5").hears("sind alle im Gespräch oder nicht am Telefon");
    }

    @Test
    void callersOfAnotherLanguageAreNotInTheWay() {
        busyInterpreter();
        waits();
        var olena = interpreter("uk");

        var doctor = practice().dials(line).presses("2");
        seconds(2);
        olena.accepts();
        seconds(5);

        doctor.talksWith(olena).neverHeard("Vor Ihnen");
    }

    @Test
    void nobodyStarves() {
        var amina = interpreter("ar");
        var callers = IntStream.range(0, 3).mapToObj(n -> waits()).toList();
        for (var caller : callers) {
            secondsUntilSheRings(amina);
            amina.accepts();
            seconds(5);
            caller.talksWith(amina);
            caller.hangsUp();
            amina.hangsUp();
        }

        assertThat(sessions().all("outcome")).containsExactly("connected", "connected", "connected");
    }

    private void secondsUntilSheRings(Person interpreter) {
        for (int i = 0; i < 80 && !interpreter.rings(); i++) {
            seconds(1);
        }
    }

    @Test
    void whoeverCannotBeServedByAnybodyDoesNotHoldUpTheOthers() {
        busyInterpreter();
        var amina = interpreter("ar");
        var first = waits();
        seconds(2);
        amina.picksUp().presses("3");
        seconds(10);
        var second = waits();
        seconds(3);

        amina.isRinging().accepts();
        seconds(5);
        second.talksWith(amina);
        first.talksWithNobody().presses("5").hears("Wir suchen weiter");
    }
}
