package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Exchange.Kind;
import de.dolmetscherhotline.simulator.Interference;
import de.dolmetscherhotline.simulator.Interference.Delivery;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The interpreter hangs up: on the way into the conversation, or in it. */
class InterpreterHangsUpIT extends PhoneScriptIT {

    @Test
    void winnerWhoHangsUpBeforeTheConversationIsReplaced() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        var basma = interpreter("ar");
        callerTakesLongToJoin();
        amina.accepts();
        NETWORK.interfere(Interference.NONE);
        amina.hangsUp();
        amina.isFree();
        seconds(2);
        doctor.hears("Wir suchen");

        basma.isRinging().accepts();
        seconds(5);

        doctor.talksWith(basma);
        assertThat(sessions().fatesOf(amina)).containsExactly("lost");
        sessions().count(1).latestHas("interpreterId", basma.id().toString());
    }

    @Test
    void winnerWhoseLegVanishesWithoutNewsIsReplaced() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        var basma = interpreter("ar");
        callerTakesLongToJoin();
        amina.accepts();
        NETWORK.interfere(Mishap.webhooks(Delivery.lost(), Kind.CALL_STATUS));
        amina.hangsUp();
        seconds(12);

        amina.isFree();
        NETWORK.interfere(Mishap.everyWebhook(Delivery.normal()));
        seconds(3);
        basma.isRinging().accepts();
        seconds(5);
        doctor.talksWith(basma);
        assertThat(sessions().fatesOf(amina)).containsExactly("lost");
    }

    @Test
    void whoeverCameTooLateIsAskedAgainWhenTheWinnerIsLost() {
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        basma.isRinging();
        callerTakesLongToJoin();
        amina.accepts();
        NETWORK.interfere(Interference.NONE);
        amina.hangsUp();
        seconds(5);

        basma.isRinging().accepts();
        seconds(5);

        doctor.talksWith(basma);
        assertThat(sessions().fatesOf(basma)).containsExactly("too_late", "accepted");
    }

    /** The winner is alone in the room until then. */
    private static void callerTakesLongToJoin() {
        NETWORK.interfere(Mishap.webhooks("/twilio/calls/.*/now", Delivery.delayed(Duration.ofSeconds(15))));
    }

    @Test
    void interpreterHangsUpAndTheCallerRates() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        seconds(60);

        amina.hangsUp();

        doctor.hears("Wie zufrieden waren Sie").presses("3").hears("Vielen Dank");
        seconds(10);
        doctor.isIdle();
        assertThat(dialsTo(amina)).hasSize(1);
        sessions().latestHas("outcome", "connected").latestHas("rating", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "9", "*"})
    void keyThatIsNoRatingIsNotCountedAndTheCallerIsConnectedAgain(String key) {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        amina.hangsUp();

        doctor.presses(key).hears("Wir suchen jetzt");

        sessions().count(1).latestHas("outcome", null).latestHas("rating", null);
        seconds(3);
        amina.isRinging().accepts();
        seconds(5);
        doctor.talksWith(amina);
        sessions().count(1).latestHas("outcome", null).latestHas("rating", null);
    }

    @Test
    void callerWhoHangsUpInsteadOfRatingIsServedAllTheSame() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        amina.hangsUp();

        doctor.hears("Wie zufrieden waren Sie").hangsUp();
        seconds(40);

        sessions().count(1).latestHas("outcome", "connected").latestHas("rating", null);
        assertThat(dialsTo(amina)).hasSize(1);
    }

    @Test
    void callerWhoStaysOnTheLineIsConnectedAgainAndTheSameInterpreterIsAskedFirst() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        interpreter("ar");

        amina.hangsUp();
        doctor.hears("Wurde die Verbindung unterbrochen, bleiben Sie am Apparat");
        seconds(25);

        doctor.heardInTurn("Wie zufrieden waren Sie", "Wir suchen jetzt");
        assertThat(dials().get(1).params()).containsEntry("To", amina.phone().number());
        amina.isRinging().accepts();
        seconds(5);
        doctor.talksWith(amina);
        amina.hangsUp();
        doctor.presses("5").hears("Vielen Dank");
        seconds(10);
        doctor.isIdle();
        sessions().count(1).latestHas("outcome", "connected").latestHas("rating", 5);
        assertThat(sessions().fatesOf(amina)).containsExactly("accepted", "accepted");
    }

    @Test
    void callerWhoNeverRatesIsThankedAfterTheThirdConversation() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        for (int conversation = 2; conversation <= 3; conversation++) {
            amina.hangsUp();
            seconds(25);
            amina.isRinging().accepts();
            seconds(5);
            doctor.talksWith(amina);
        }

        amina.hangsUp();
        seconds(40);

        doctor.hears("Vielen Dank").isIdle();
        sessions().count(1).latestHas("outcome", "connected").latestHas("rating", null);
        assertThat(sessions().fatesOf(amina)).containsExactly("accepted", "accepted", "accepted");
    }
}
