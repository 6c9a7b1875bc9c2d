package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Behaviour;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The interpreter is gone in the middle of a conversation: whoever stays on the line is connected again. */
class InterpreterLostIT extends PhoneScriptIT {

    @Test
    void whoeverStaysOnTheLineIsConnectedAgainWithTheSameInterpreterFirst() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        var others = List.of(interpreter("ar"), interpreter("ar"));
        seconds(30);

        amina.hangsUp();
        doctor.hears("Wurde die Verbindung unterbrochen, bleiben Sie am Apparat");
        seconds(23);
        doctor.hears("Wir suchen jetzt");
        assertThat(sessions().askedLast().getFirst()).isEqualTo(amina.id().toString());
        amina.isRinging().accepts();
        seconds(5);

        doctor.talksWith(amina);
        assertThat(ringing(others)).isZero();
        sessions().count(1).latestHas("outcome", null);
        doctor.hangsUp();
        sessions().count(1).latestHas("outcome", "connected");
        assertThat(sessions().fatesOf(amina)).containsExactly("accepted", "accepted");
    }

    @Test
    void anotherOneTakesOverIfSheCannotBeReached() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        amina.behaves(Behaviour.unreachable()).hangsUp();
        var basma = interpreter("ar");
        seconds(28);

        basma.isRinging().accepts();
        seconds(5);

        doctor.talksWith(basma);
        doctor.hangsUp();
        sessions()
                .count(1)
                .latestHas("outcome", "connected")
                .latestHas("interpreterId", basma.id().toString());
        assertThat(sessions().fatesOf(amina)).containsExactly("accepted", "unreachable");
    }

    @Test
    void whoeverFindsNobodyAgainWasInterruptedAndIsOnTheList() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        var call = newestCall();
        amina.goesOffDuty();
        seconds(20);

        amina.hangsUp();
        seconds(26);
        doctor.hears("nach der Unterbrechung leider niemanden erreicht").hears("zurückrufen");
        doctor.hangsUp();

        sessions().count(1).latestHas("outcome", "interrupted");
        assertThat(unmet(call)).containsExactly("interrupted");
    }

    @Test
    void whoeverIsInterruptedCanBeRungBackByTheSameInterpreter() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        amina.goesOffDuty();
        amina.hangsUp();
        seconds(26);
        doctor.presses("1").hears("Wir rufen Sie unter der Nummer Ihrer Einrichtung zurück");
        seconds(20);
        amina.goesOnDuty();
        seconds(20);

        amina.isRinging().accepts();
        seconds(2);
        doctor.isRinging().accepts();
        seconds(5);

        doctor.talksWith(amina);
        assertThat(sessions().outcomes()).containsExactly(null, "callback_arranged");
    }

    @Test
    void whoeverHangsUpWhileWeSearchAgainWasInterrupted() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        amina.hangsUp();
        seconds(23);
        amina.isRinging();

        doctor.hangsUp();

        amina.isIdle().isFree();
        sessions().latestHas("outcome", "interrupted");
    }

    @Test
    void thirdBreakIsTheLast() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        for (int talks = 1; talks < 3; talks++) {
            amina.hangsUp();
            seconds(23);
            amina.isRinging().accepts();
            seconds(5);
            doctor.talksWith(amina);
        }

        amina.hangsUp();
        seconds(40);

        doctor.heard("Vielen Dank. Auf Wiederhören").isIdle();
        amina.isIdle();
        sessions().count(1).latestHas("outcome", "connected");
    }
}
